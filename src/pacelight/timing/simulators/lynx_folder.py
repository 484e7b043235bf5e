"""A simulated FinishLynx that saves its results into a folder."""

from fractions import Fraction
from pathlib import Path
from typing import Any

from pacelight.errors import DriverError
from pacelight.timing.simulators.device import Device
from pacelight.timing.simulators.lynx_saves import Save, saves
from pacelight.timing.simulators.one_way import OneWayPlayer
from pacelight.timing.simulators.recorded import Quirks, Recorded
from pacelight.timing.sources.tcp import Place

__all__ = ["LynxSaver", "folder_player", "lynx_saver"]


class LynxSaver(Device[Save]):
    """Saves instead of speaking.

    Attributes:
        saved: what is to be written now, in order.
    """

    def __init__(self, script: tuple[Save, ...]) -> None:
        super().__init__([(save.at_ns, save) for save in script])
        self.saved: list[Save] = []

    def happens(self, what: Save) -> None:
        """It is saved now."""
        self.saved.append(what)
        self.say(what.data)


def lynx_saver(race: Recorded, quirks: Quirks) -> LynxSaver:
    """The system, ready for its folder."""
    del quirks
    return LynxSaver(saves(race))


def folder_player(
    device: Device[Any], place: Place, *, listens: bool, gun_ns: int, rate: int | Fraction = 1
) -> OneWayPlayer:
    """Plays a device that saves into the folder whose path is the place.

    Raises:
        DriverError: it is no folder.
    """
    del listens
    folder = Path(place[0])
    if not folder.is_dir():
        raise DriverError(f"no simulator can save in {folder}: it is no folder")

    def send(data: bytes) -> int:
        assert isinstance(device, LynxSaver)  # noqa: S101 - what a system is made with is what it is played with
        for save in device.saved:
            (folder / save.name).write_bytes(save.data)
        device.saved.clear()
        return len(data)

    return OneWayPlayer(device, place, send, gun_ns=gun_ns, rate=rate)
