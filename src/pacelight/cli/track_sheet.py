"""The check sheet of a survey, printed into a file."""

import json as json_texts
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from pacelight.cli.languages import speech_of
from pacelight.cli.track_places import starts
from pacelight.errors import Failure, SurveyError
from pacelight.sheets.check_sheet import CheckSheet, Line
from pacelight.sheets.drawn import labels
from pacelight.sheets.typesetting import printed
from pacelight.speech import Speech
from pacelight.track import Survey
from pacelight.track.picture import draw_track

__all__ = ["sheet"]


def sheet(file: Path, to: Path, every_m: float, day: date, language: str, *, json: bool) -> None:
    """Print which lamp must stand at which mark, in a language; what is said of it is English.

    Raises:
        FormatError: no such language.
        SurveyError: a survey with faults, an ending that is not pdf, or marks that nobody would check.
        Failure: it cannot be written.
    """
    if to.suffix.lower() != ".pdf":
        raise SurveyError(f"cannot print '{to.name}' (let the name end in pdf)")
    speech = speech_of(language)
    survey = Survey.read(file)
    places = {place.name: place.metre for place in starts(survey.track)}
    made = CheckSheet(survey, file.name, day, every_m, places, speech)
    content = made.content()
    pdf = printed("check-sheet", content, {"track.svg": _drawn(survey, places, speech)}, day)
    try:
        to.write_bytes(pdf)
    except OSError as error:
        raise Failure(f"cannot write {to} ({error.strerror})") from error
    said = json_texts.dumps(_shape(made, file, to), ensure_ascii=False) if json else _words(made, to)
    sys.stdout.write(f"{said}\n")


def _drawn(survey: Survey, places: dict[str, float], speech: Speech) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "track.svg"
        draw_track(survey.track, picture, starts=places, survey=survey, labels=labels(speech))
        return picture.read_bytes()


def _words(made: CheckSheet, to: Path) -> str:
    survey = made.survey
    return f"{to}: {len(made.lines())} marks of {survey.track.name}, {len(survey)} lamps, {made.day}"


def _shape(made: CheckSheet, file: Path, to: Path) -> dict[str, object]:
    """``pacelight.check-sheet/1``; every length in metres, every name in English."""
    english = replace(made, speech=speech_of("en"))
    return {
        "schema": "pacelight.check-sheet/1",
        "survey": str(file),
        "file": str(to),
        "track": made.survey.track.name,
        "day": made.day.isoformat(),
        "marks": [_mark(line) for line in english.lines()],
    }


def _mark(line: Line) -> dict[str, object]:
    return {
        "at_m": round(line.metre, 4),
        "names": list(line.names),
        "lamp": line.lamp,
        "controller": line.controller or None,
        "segment": line.segment or None,
        "number": line.number,
        "beyond_m": round(line.beyond_m, 4),
        "dead": line.dead,
    }
