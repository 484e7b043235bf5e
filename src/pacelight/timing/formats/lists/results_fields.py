"""The fields of ``pacelight.results/1``. What they mean together is `results_json`."""

import msgspec

__all__ = [
    "SCHEMA",
    "HeadFields",
    "MarkFields",
    "ProofFields",
    "RaceFields",
    "RecordFields",
    "RowFields",
    "SessionFields",
    "SplitFields",
]

SCHEMA = "pacelight.results/1"


class MarkFields(msgspec.Struct, frozen=True, kw_only=True):
    """A mark as every answer of the project writes it; by hand, with an ``h``."""

    text: str
    value: int
    unit: str
    precision: int


class SplitFields(MarkFields, frozen=True, kw_only=True):
    """A time on the way; null where the file does not say at which point."""

    distance_m: float | None = None
    method: str = ""
    official: bool = False


class RowFields(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the result; `shared` says that others have the same place."""

    place: int | None = None
    status: str | None = None
    rule: str | None = None
    bib: str | None = None
    lane: str | None = None
    name: str | None = None
    family: str | None = None
    nation: str | None = None
    affiliation: str | None = None
    mark: MarkFields | None = None
    official: bool = True
    shared: bool = False
    laps_behind: int = 0
    reaction: str | None = None
    splits: list[SplitFields] = []
    legs: list[str] = []
    team: bool = False


class RecordFields(msgspec.Struct, frozen=True, kw_only=True):
    """A record that software found."""

    level: str
    scope: str
    code: str
    mark: str
    name: str
    bib: str = ""
    nation: str = ""
    stood: str = ""
    stood_by: list[str] = []
    stood_since: str = ""
    equalled: bool = False
    en_route: bool = False
    status: str = ""


class ProofFields(msgspec.Struct, frozen=True):
    """By what an official result can be proved."""

    journal: str
    lines: int
    link: str


class RaceFields(msgspec.Struct, frozen=True, kw_only=True):
    """The result of a race; what is not known is null."""

    schema: str
    format: str = "pacelight"
    race: str | None = None
    event: str | None = None
    round: str | None = None
    heat: str | None = None
    name: str | None = None
    code: str | None = None
    sex: str | None = None
    day: str | None = None
    venue: str | None = None
    competition: str | None = None
    distance_m: float | None = None
    start: str | None = None
    wind: str | None = None
    wind_unit: str | None = None
    official: bool | None = None
    state: str | None = None
    rows: list[RowFields]
    records: list[RecordFields] = []
    lights: list[str] = []
    proof: ProofFields | None = None
    remarks: list[str] = []


class HeadFields(msgspec.Struct, frozen=True):
    """As much as tells a race from a session."""

    races: list[msgspec.Raw] | None = None


class SessionFields(msgspec.Struct, frozen=True, kw_only=True):
    """The results of several races."""

    schema: str
    races: list[RaceFields]
