r"""Runs a scoreboard script as FinishLynx does: variables in, the bytes for the board out.

What is understood is what the scripts in use need: variables by ``%s``, bytes by ``\hh``, and the commands
``\U \X \= \+ \- \& \| \^ \L \R \B \F \S \O \H``. Each line is put together at a cursor, then sent.

Source: the reference of the script language in the head of FinishLynx's own scripts, version 2; ``\H``, which
it does not name, as the script of OmegaDH-Client explains it.
"""

import re
from collections.abc import Mapping
from functools import reduce
from operator import xor

from pacelight.errors import FormatError

__all__ = ["BoardScript"]

_TOKEN = re.compile(
    r"\\(?P<byte>[0-9a-f]{2})"
    r"|\\(?P<command>Ui|Xi|Hn|He|Ic|[UX=*/#+\-<>&|^~FOSPBDILR])(?:\\(?P<hex>[0-9a-f]{2})|(?P<digit>[0-9]))"
    r"|(?P<variable>%-?[0-9]*(?:\.[0-9]+)?s)"
    r"|(?P<text>[^\\%]+|.)",
    re.DOTALL,
)
_LINE = re.compile(r"\\(?P<first>[0-9a-f]{2})(?:\\(?P<second>[0-9a-f]{2}))?")
_GROUPS = range(0x10, 0x19)
_INSTEAD = {
    "TimeArmed": "TimeRunning",
    "TimeOfDay": "TimeRunning",
    "TimePaused": "TimeStopped",
    "StartListHeader": "ResultsHeader",
    "StartList": "Result",
    "StartListTrailer": "ResultsTrailer",
}
"""Which section speaks for one that the script does not have."""

_LITTLE, _BIG = 0, 1


class BoardScript:
    """A script, and the registers it has while it runs.

    Args:
        text: of the script.

    Raises:
        FormatError: a line before the first section, or one that begins with no code.
    """

    def __init__(self, text: str) -> None:
        self.registers = [0] * 10
        self._sections: dict[str, list[str]] = {}
        lines: list[str] | None = None
        for number, line in enumerate(text.splitlines(), start=1):
            if line.startswith(";;"):
                lines = self._sections.setdefault(line[2:].strip(), [])
            elif line and not line.startswith(";"):
                if lines is None or not _LINE.match(line):
                    raise FormatError(f"line {number} of the script is no format line: '{line[:40]}'")
                lines.append(line)

    def run(self, section: str, values: Mapping[tuple[int, int], bytes], index: int | None = None) -> bytes:
        """What is sent.

        Args:
            section: of the script.
            values: by group and variable code; what is missing is empty.
            index: of the line on the page, which register 0 then holds.
        """
        if index is not None:
            self.registers[0] = index
        while section not in self._sections and section in _INSTEAD:
            section = _INSTEAD[section]
        return b"".join(self._line(line, _usual(section), values) for line in self._sections.get(section, ()))

    def _line(self, line: str, usual: int, values: Mapping[tuple[int, int], bytes]) -> bytes:
        code = _LINE.match(line)
        assert code is not None  # noqa: S101 - looked at when the script was read
        first = int(code["first"], 16)
        if first in _GROUPS and code["second"]:
            key, rest = (first, int(code["second"], 16)), line[6:]
        else:
            key, rest = (usual, first), line[3:]
        return _Cursor(self.registers, values.get(key, b"")).said(rest)


def _usual(section: str) -> int:
    """The group that a line of an older script means, which names none."""
    if section.startswith("Time"):
        return 0x11
    if section == "Wind":
        return 0x12
    return 0x13 if section.endswith(("Header", "Trailer")) else 0x14


class _Cursor:
    """One line while it is put together."""

    def __init__(self, registers: list[int], value: bytes) -> None:
        self._registers = registers
        self._value = value
        self._line = bytearray()
        self._at = 0
        self._u: int | None = None
        self._x: int | None = None

    def said(self, line: str) -> bytes:
        for token in _TOKEN.finditer(line):
            if token["byte"]:
                self._insert(bytes([int(token["byte"], 16)]))
            elif token["variable"]:
                self._insert(_formatted(token["variable"], self._value))
            elif token["text"]:
                self._insert(token["text"].encode("latin-1"))
            elif self._halts(token["command"], int(token["hex"] or token["digit"], 16)):
                return bytes(self._line[: self._at])
        return bytes(self._line)

    def _insert(self, data: bytes) -> None:
        self._line[self._at : self._at] = data
        self._at += len(data)

    def _halts(self, command: str, number: int) -> bool:
        """Obey a command; some set a value for the next one, and some end the line."""
        if command in {"U", "X", "Ui", "Xi"}:
            value = self._registers[number] if command.endswith("i") else number
            self._u, self._x = (value, self._x) if command[0] == "U" else (self._u, value)
            return False
        if command in {"Hn", "He"}:
            held, wanted = self._registers[number], self._x or 0
            self._u = self._x = None
            return held != wanted if command == "Hn" else held == wanted
        self._obey(command, number)
        self._u = self._x = None
        return False

    def _obey(self, command: str, number: int) -> None:
        if command in "LRB":
            self._move(command, number)
        elif command == "O":
            self._insert(self._output(self._registers[number]))
        elif command == "S":
            self._registers[number] = self._scanned()
        elif command == "F":
            self._registers[number] = self._function(self._registers[number])
        else:
            self._registers[number] = self._sum(command, self._registers[number])

    def _move(self, command: str, number: int) -> None:
        by = self._registers[self._u] if self._u is not None else number
        if command == "R":
            self._at = min(self._at + by, len(self._line)) if by else len(self._line)
            return
        start = max(self._at - by, 0) if by else 0
        if command == "B":
            if self._x is not None:
                start = max(0, self._at - max(0, len(self._line) - self._x))
            del self._line[start : self._at]
        self._at = start

    def _sum(self, command: str, held: int) -> int:
        other = self._registers[self._u] if self._u is not None else 1 if self._x is None else self._x
        sums = {
            "=": other, "+": held + other, "-": held - other, "&": held & other, "|": held | other,
            "^": held ^ other,
        }  # fmt: skip
        if command not in sums:
            raise FormatError(f"the command '\\{command}' of a script is not played")
        return sums[command]

    def _function(self, seed: int) -> int:
        """Exclusive-or or sum of the next bytes, to the end of the line unless so many are given."""
        end = None if self._x is None else self._at + self._x
        data = self._line[self._at : end]
        if self._u == 1:
            return reduce(xor, data, seed)
        return seed + sum(data)

    def _scanned(self) -> int:
        data = bytes(self._line[self._at : self._at + (self._x or 1)])
        if not self._u:
            return int(data) if data.isdigit() else 0
        return int.from_bytes(data, "little" if self._u == 1 else "big")

    def _output(self, held: int) -> bytes:
        width = self._x or 1
        match self._u or 0:
            case 0 | 1 as order:
                kept = held & ((1 << 8 * width) - 1)
                return kept.to_bytes(width, "little" if order == _LITTLE else "big")
            case 2:
                return b"%*d" % (width, held)
            case 3:
                return b"%0*d" % (width, held)
            case _:
                return b"%d" % held


def _formatted(specifier: str, value: bytes) -> bytes:
    """As printf would; a binary value has bytes that are no text, and is taken as it is."""
    if specifier == "%s":
        return value
    said: bytes = specifier.encode("ascii") % value
    return said
