"""The conversation with MYLAPS: it connects, says what passes, and repeats what is not acknowledged.

Source: see `pacelight.timing.formats.mylaps`.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import ClassVar

from pacelight.errors import FormatError
from pacelight.timing.formats.dialogue import Dialogue
from pacelight.timing.formats.mylaps import END, MylapsMessage, fields, read, write
from pacelight.timing.formats.times import of_day
from pacelight.timing.passing import Method
from pacelight.timing.reading import GunRead, Reading, Seen

__all__ = ["MylapsDialogue"]

_NS = 1_000_000_000
_OURS = "Pacelight"
_WANTED = ("Version2.1", "c|t|d")
"""What passings are to say: chip, time, date. Source: CrossMgr asks for the same."""


class MylapsDialogue(Dialogue):
    """Answers a MYLAPS exporter.

    A list of passings is acknowledged once every reading of it is safe, and not before:
    until then the exporter keeps it and sends it again.
    """

    ends: ClassVar[bytes] = END
    limit: ClassVar[int] = 65_536
    quiet_ns: ClassVar[int | None] = 90 * _NS
    """It pings; how often is not published."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._waiting: list[tuple[MylapsMessage, set[str]]] = []

    def opened(self, now_ns: int) -> None:
        """A connection is there: what was not acknowledged will come again."""
        super().opened(now_ns)
        self._waiting.clear()

    def take(self, message: bytes, at_ns: int) -> Iterator[Reading]:
        """What one message says.

        Raises:
            FormatError: it cannot be read, or its function is not known.
        """
        del at_ns
        if not message.strip():
            return
        said = read(message)
        if said.function == "Pong":
            self._answer("AckPong", *_WANTED)
        elif said.function == "Ping":
            self._answer("AckPing")
        elif said.function == "Passing":
            yield from self._listed(said, _seen, "AckPassing")
        elif said.function == "Marker":
            yield from self._listed(said, _marked, "AckMarker")
        else:
            raise FormatError(f"'{said.function[:20]}' is no message that is known of MYLAPS")

    def acknowledge(self, keys: Collection[str]) -> None:
        """The readings with these keys are safe: the lists they came in are acknowledged."""
        for _, missing in self._waiting:
            missing.difference_update(keys)
        self._acknowledge_whole()

    def _listed(
        self, said: MylapsMessage, meant: Callable[[str, str], Reading | None], answer: str
    ) -> Iterator[Reading]:
        """The readings of a list; one that cannot be read does not keep the others from being taken."""
        if not said.parts:
            raise FormatError(f"a list of {said.function} without a number")
        *parts, number = said.parts
        found = list(self._read(said.location, parts, meant))
        self._waiting.append((MylapsMessage(_OURS, answer, (number,)), {_key(reading) for reading in found}))
        self._acknowledge_whole()
        yield from found

    def _read(
        self, location: str, parts: Sequence[str], meant: Callable[[str, str], Reading | None]
    ) -> Iterator[Reading]:
        for part in parts:
            try:
                reading = meant(location, part)
            except FormatError as error:
                self.refuse(str(error))
                continue
            if reading is not None:
                yield reading

    def _acknowledge_whole(self) -> None:
        for answer, missing in self._waiting:
            if not missing:
                self.say(write(answer))
        self._waiting = [waiting for waiting in self._waiting if waiting[1]]

    def _answer(self, function: str, *parts: str) -> None:
        self.say(write(MylapsMessage(_OURS, function, parts)))


def _key(reading: Reading) -> str:
    return getattr(reading, "key", "")


def _seen(location: str, part: str) -> Seen:
    said = fields(part)
    chip, time = said.get("c", "").strip(), said.get("t", "")
    if not chip:
        raise FormatError(f"a passing at '{location[:20]}' without a chip: '{part[:40]}'")
    return Seen(
        key=f"{location}/{chip}/{said.get('d', '')} {time}",
        chip=chip,
        point=location,
        of_day_ns=of_day(time),
        method=Method.TRANSPONDER,
    )


def _marked(location: str, part: str) -> GunRead | None:
    """A gunshot; other markers mean nothing to a race."""
    said = fields(part)
    if said.get("mt") != "Gunshot":
        return None
    time = said.get("t", "")
    return GunRead(f"{location}/gun/{said.get('d', '')} {time}".rstrip(), of_day(time))
