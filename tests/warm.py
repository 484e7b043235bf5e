"""A process that has loaded Pacelight, and is copied for each program that is run: loading takes longest.

Run as ``warm.py SOCKET`` it waits; run as ``pacelight`` it hands its arguments, folder, environment, input
and outputs to the one that waits, and ends as the copy does; so does ``block SCRIPT``, a script of Python.
A program runs as it would by itself, and begins sooner.
"""

import json
import os
import signal
import socket
import sys
import traceback

LOADED = (
    "matplotlib.backends.backend_svg",
    "matplotlib.figure",
    "pacelight.book.asking.lists",
    "pacelight.book.asking.leads",
    "pacelight.cli.book_pages",
    "pacelight.cli.demo_evening",
    "pacelight.cli.rehearse_evening",
    "pacelight.meet.engine.start",
    "pacelight.meet.live.replay",
    "pacelight.plan.makers",
    "sqlalchemy.dialects.sqlite",
    "typer._adapters",
)
"""What most commands need, and what takes long to load; typer and matplotlib put some of it off."""

ROOM = 1 << 20


def wait(path: str) -> None:
    """Serve until whoever started this dies."""
    import importlib

    from pacelight.cli import main

    for name in LOADED:
        importlib.import_module(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they ended: they say so themselves
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.bind(path)
        door.listen(16)
        os.write(1, b"ready\n")
        while True:
            asker, _ = door.accept()
            if os.fork() == 0:
                door.close()
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                run(asker, main)
            asker.close()


def run(asker: socket.socket, main: object) -> None:
    """Be the program that is asked for; does not come back."""
    message, handed, _, _ = socket.recv_fds(asker, ROOM, 3)
    asked = json.loads(message)
    for number, descriptor in enumerate(handed):
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    sys.argv = asked["arguments"]
    code: object = 0
    try:
        if asked["script"] is None:
            main()  # type: ignore[operator]
        else:
            exec(compile(asked["script"], "<block>", "exec"), {"__name__": "__main__"})  # noqa: S102 - as asked
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - as an interpreter does
        traceback.print_exc()
        code = 1
    if isinstance(code, str):
        sys.stderr.write(f"{code}\n")
    sys.stdout.flush()
    sys.stderr.flush()
    asker.sendall(bytes([code if isinstance(code, int) else int(code is not None)]))
    os._exit(0)


def ask(path: str, arguments: list[str], script: str | None = None) -> int:
    """The code with which a copy ends that does this, in this folder and environment, with these outputs."""
    asked = {
        "arguments": arguments,
        "script": script,
        "folder": os.getcwd(),  # noqa: PTH109 - nothing that takes time to load
        "environment": dict(os.environ),
    }
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.connect(path)
        socket.send_fds(door, [json.dumps(asked).encode()], [0, 1, 2])
        said = door.recv(1)
        return said[0] if said else 128 + signal.SIGKILL


if __name__ == "__main__":
    if "PACELIGHT_WARM" in os.environ:
        name = os.path.basename(sys.argv[0])  # noqa: PTH119 - nothing that takes time to load
        script = sys.argv[1] if name == "block" else None
        sys.exit(ask(os.environ["PACELIGHT_WARM"], sys.argv, script))
    wait(sys.argv[1])
