"""Whether sheets can be set, and printed: one is set, none is printed."""

import shutil
import subprocess
from datetime import date

from pacelight.errors import PacelightError
from pacelight.meet.doctor import Finding
from pacelight.meet.doctor.session import paper_found
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.sheets.check_sheet import CheckSheet
from pacelight.sheets.typesetting import printed
from pacelight.speech import Speech
from pacelight.track import Survey, track

__all__ = ["sheets"]

_PATIENCE_S = 5.0
_EVERY_M = 100.0
_NO_PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


def sheets(meet: MeetFile | None, speech: Speech) -> Finding:
    """Set a sheet, of no track in particular, in some language, and ask for printers."""
    day = date.min if meet is None else meet.day
    try:
        made = CheckSheet(Survey.even_kerb(track("standard-400"), 400), "doctor", day, _EVERY_M, {}, speech)
        printed("check-sheet", made.content(), {"track.svg": _NO_PICTURE}, day)
    except PacelightError as error:
        return paper_found(None, str(error))
    return paper_found(_printers(), "")


def _printers() -> list[str] | None:
    """Those that CUPS knows; None where it is not there. Source: lpstat(1), -e."""
    program = shutil.which("lpstat")
    if program is None:
        return None
    try:
        told = subprocess.run(
            [program, "-e"], capture_output=True, text=True, timeout=_PATIENCE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return told.stdout.split()
