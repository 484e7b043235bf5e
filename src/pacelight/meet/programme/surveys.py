"""The survey of a race: from the folder of its race file, or as a journal keeps it for another machine."""

import tempfile
from dataclasses import replace
from pathlib import Path

from pacelight.errors import RaceError
from pacelight.meet.programme.racefile import RaceFile
from pacelight.track import Survey

__all__ = ["kept", "survey_of"]

_NAME = "survey.toml"


def kept(race: RaceFile, folder: Path) -> str | None:
    """The survey file of a race, whole; None where the race file says where the lamps are.

    Raises:
        RaceError: it cannot be read.
    """
    if race.survey_file is None:
        return None
    try:
        return (folder / race.survey_file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RaceError(f"no survey can be read at {folder / race.survey_file}: {error}") from error


def survey_of(race: RaceFile, text: str | None) -> Survey:
    """Which lamp stands where, as a journal keeps it.

    Args:
        race: the race.
        text: the survey file, whole; None where the race file says it.

    Raises:
        SurveyError: it is none.
    """
    if race.survey_file is None:
        return race.survey(Path())
    with tempfile.TemporaryDirectory(prefix="pacelight-") as folder:
        (Path(folder) / _NAME).write_text(text or "", encoding="utf-8")
        return replace(race, survey_file=_NAME).survey(Path(folder))
