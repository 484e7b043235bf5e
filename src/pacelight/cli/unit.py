"""A systemd unit that runs the very command that printed it, with what the lights need to be on time."""

import os
import pwd
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["PrintUnitOption", "print_unit", "unit"]

_OPTION = "--print-unit"

PrintUnitOption = Annotated[
    bool, typer.Option(_OPTION, help="Print a systemd unit that runs this very line, and do nothing else.")
]

_TEXT = """\
[Unit]
Description=Pacelight {what}
Wants=network-online.target
After=network-online.target
# It comes back however often it dies.
StartLimitIntervalSec=0

[Service]
Type=notify
NotifyAccess=main
# What hangs, as before a disk that does not answer, is ended: another engine has taken over by then.
WatchdogSec=3
WatchdogSignal=SIGKILL
TimeoutStartSec=60
User={user}
WorkingDirectory={folder}
ExecStart={command}
# What is refused (2) would be refused again.
Restart=on-failure
RestartSec=100ms
RestartPreventExitStatus=2
# A light loop whose engine died lights on for a second, until the engine is back; it ends by itself.
KillMode=process
TimeoutStopSec=10
# The light loop asks for priority and memory itself; nothing else of the engine is to run before everything.
LimitRTPRIO=50
LimitMEMLOCK=infinity
NoNewPrivileges=yes

[Install]
WantedBy=multi-user.target
"""


def print_unit(what: str) -> None:
    """Print the unit of the command that is running.

    Args:
        what: it is, in a word.
    """
    words = [sys.executable, "-m", "pacelight", *(word for word in sys.argv[1:] if word != _OPTION)]
    sys.stdout.write(unit(what, words, Path.cwd(), pwd.getpwuid(os.getuid()).pw_name))


def unit(what: str, words: Sequence[str], folder: Path, user: str) -> str:
    """A unit, as text.

    Args:
        what: is run, in a word.
        words: of the command, the program by its whole path.
        folder: where it runs.
        user: as whom.
    """
    command = " ".join(_quoted(word) for word in words)
    return _TEXT.format(what=what, user=user, folder=str(folder).replace("%", "%%"), command=command)


def _quoted(word: str) -> str:
    r"""A word as ExecStart has it. Source: systemd.service(5), command lines; systemd.syntax(7), quoting.

    >>> print(_quoted("sacn://10.0.0.20?universe=1"), _quoted("a b"), _quoted('50 % of $"'))
    sacn://10.0.0.20?universe=1 "a b" "50 %% of $$\""
    """
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    plain = all(letter.isalnum() or letter in "-_./:=,+@?&[]%$~" for letter in escaped)
    return escaped if plain and escaped else f'"{escaped}"'
