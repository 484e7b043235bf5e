"""Debian's OLA as a sender: a program of its own client library, and olad, which sends what it is handed."""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from report import Row

from light_parts import PERIOD_NS, BenchError
from light_parts.amount import Amount
from light_parts.network import NEAR, arrived, own_network
from light_parts.scene import Scene
from light_parts.wires import E131
from light_parts.worker import Worker

__all__ = ["ola"]

PLUGINS = tuple(
    name
    for line in (
        "artnet dummy espnet ftdidmx gpio karate kinet milinst opendmx openpixelcontrol osc",
        "pathport renard sandnet shownet spi stageprofi uartdmx usbdmx usbserial",
    )
    for name in line.split()
)
"""Of OLA, which are not wanted: all but E1.31."""

QUIET_S = 1.0
PATIENCE_S = 30


def ola(folder: Path, scene: Scene, amount: Amount) -> Iterator[Row]:
    """A row: our frame to the groups of its universes, and the same handed to OLA, at 50 a second.

    Args:
        folder: for what is compiled.
        scene: what is shown.
        amount: how much is measured.

    Raises:
        BenchError: it cannot be measured here.
    """
    program, frame = folder / "ola", folder / "ola-frame"
    subprocess.run(
        ["g++", "-O2", "-o", program, Path(__file__).with_name("ola.cpp"), "-lola", "-lolacommon"], check=True
    )
    frame.write_bytes(np.load(scene.pictures)[0].tobytes())
    packets, count = E131.packets(scene.lamps), amount.frames // 2
    with own_network(), _olad(packets) as (olad, port):
        url = f"sacn+multicast://{NEAR}"
        words = ("-m", "light_parts.senders", "ours", str(scene.six), url)
        with Worker("ours", sys.executable, *words) as ours:
            ours.ready()
            ours_us = _counted(ours, packets, count)
        with Worker("OLA's client", str(program), str(port), str(frame), str(PERIOD_NS // 1000)) as client:
            client.ready()
            client.ask(2)
            time.sleep(QUIET_S)
            before_ns = _processor_ns(olad.pid)
            client_us = _counted(client, packets, count)
            daemon_us = (_processor_ns(olad.pid) - before_ns) / count / 1000
    size = f"{scene.lamps:,} lamps, to groups"
    yield Row("lights.cpu.vs_ola", size, ours_us, client_us + daemon_us, "µs/frame")


def _counted(worker: Worker, packets: int, count: int) -> float:
    """What one of so many frames takes, in µs; every packet of them has to leave."""
    before = arrived()
    used_ns = worker.ask(count)
    until = time.monotonic() + QUIET_S
    while (came := arrived() - before) < count * packets and time.monotonic() < until:
        time.sleep(0.01)
    if came < count * packets:
        raise BenchError(f"{worker.name} was to send {count * packets:,} packets and {came:,} left")
    return used_ns / count / 1000


@contextmanager
def _olad(universes: int) -> Iterator[tuple["subprocess.Popen[bytes]", int]]:
    """A daemon that sends so many universes, and the port at which it takes them."""
    with tempfile.TemporaryDirectory(prefix="pacelight-bench-ola-") as name:
        folder = Path(name)
        _configure(folder, universes)
        ports = [_free_port() for _ in range(2)]
        line = ["olad", "-c", name, "--no-register-with-dns-sd", "-l", "1"]
        quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
        who = {"user": "olad", "group": "nogroup", "extra_groups": []}
        words = [*line, "-p", str(ports[0]), "-r", str(ports[1])]
        with subprocess.Popen(words, **quiet, **who) as process:
            try:
                _until_it_listens(ports[1])
                yield process, ports[1]
            finally:
                process.terminate()


def _configure(folder: Path, universes: int) -> None:
    for name in PLUGINS:
        (folder / f"ola-{name}.conf").write_text("enabled = false\n")
    (folder / "ola-e131.conf").write_text(
        f"enabled = true\nip = {NEAR}\ninput_ports = 0\noutput_ports = {universes}\nrevision = 0.46\n"
    )
    patched = "".join(f"11-1-O-{port} = {port + 1}\n" for port in range(universes))
    (folder / "ola-port.conf").write_text(patched)
    for path in (folder, *folder.iterdir()):
        shutil.chown(path, "olad")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _until_it_listens(port: int) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise BenchError("olad does not answer")


def _processor_ns(pid: int) -> int:
    """Of all threads of a process. Source: proc(5), /proc/PID/task/TID/schedstat."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads)
