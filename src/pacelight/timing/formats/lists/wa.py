"""The JSON of ``POST /send-results``, which World Athletics proposes for results of a competition: its shape.

Source: w3c/opentrack-cg, incubation/wa-competition-model.md, and its use cases. The use cases have
``//`` comments, which are no JSON and are refused. Only events on the track are read and written here.
"""

from typing import Annotated

import msgspec

from pacelight.book.formats.text import plain
from pacelight.errors import FormatError
from pacelight.timing.formats.lists.cells import text_of

__all__ = [
    "Athlete",
    "Competition",
    "Detail",
    "Race",
    "RelayTeam",
    "Result",
    "Round",
    "Unit",
    "Venue",
    "decoded",
]

Id = int | str
"""The proposal has whole numbers, and asks whether texts should be allowed: both are read."""

Place = Annotated[int, msgspec.Meta(ge=1)]


class _Fields(msgspec.Struct, rename="camel", frozen=True, omit_defaults=True):
    pass


class Athlete(_Fields, frozen=True, kw_only=True):
    """An athlete; `id` is the number within the file: we take and give the one that is worn."""

    id: Id
    wa_id: int | None = None
    first_name: str
    last_name: str
    birthdate: str = ""
    country: str = ""
    sex: str = ""


class RelayTeam(_Fields, frozen=True, kw_only=True):
    """A team; of no nation with the country ``INT``."""

    id: Id
    wa_id: int | None = None
    name: str
    country: str = ""


class Venue(_Fields, frozen=True, kw_only=True):
    """A place of the competition; the proposal ties it to no race."""

    id: Id = 1
    wa_id: int | None = None
    name: str
    country: str = ""


class Detail(_Fields, frozen=True, kw_only=True):
    """A split: metres with two decimals, and a time."""

    distance: str = ""
    result: str = ""


class Result(_Fields, frozen=True, kw_only=True):
    """A line of a result, or, without `result`, of a start list."""

    athlete_id: Id | None = None
    relay_team_id: Id | None = None
    legs: list[Id] = []
    wind: str = ""
    result: str = ""
    out_of_competition: bool = False
    place_in_race: Place | None = None
    place_in_round: Place | None = None
    qualified: str = ""
    detail: list[Detail] = []


class Race(_Fields, frozen=True, kw_only=True):
    """A race; `start_time` has no time zone in the proposal."""

    number: int | None = None
    wind: str = ""
    oversized_track: bool = False
    date: str = ""
    start_time: str = ""
    end_time: str = ""
    results: list[Result]


class Round(_Fields, frozen=True, kw_only=True):
    """Heats, semifinals or finals."""

    type: str = ""
    races: list[Race] = []


class Unit(_Fields, frozen=True, kw_only=True):
    """What is contested: by its title, since the numbers of `wa_event_id` are not published."""

    wa_event_id: int | None = None
    title: str = ""
    min_age: int | None = None
    max_age: int | None = None
    rounds: list[Round]


class Competition(_Fields, frozen=True, kw_only=True):
    """All of a file."""

    wa_id: int | None = None
    athletes: list[Athlete]
    relay_teams: list[RelayTeam] = []
    venues: list[Venue] = []
    units: list[Unit]


def decoded(data: bytes, name: str) -> Competition:
    """The competition that a file is.

    Raises:
        FormatError: no JSON, torn, or without the structure of a competition; the place is named.
    """
    text = text_of(data, name).removeprefix("\ufeff")
    try:
        return msgspec.json.decode(text, type=Competition)
    except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError) as error:
        raise FormatError(
            f"{name} is torn or no competition of World Athletics: {plain(str(error))}"
        ) from error
