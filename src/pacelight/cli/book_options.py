"""What the questions to the book are asked with."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from pacelight.cli.days import day

__all__ = [
    "AgeOption",
    "AreaOption",
    "AsOfOption",
    "CsvOption",
    "JsonOption",
    "KnownAtOption",
    "LevelOption",
    "Levels",
    "NationOption",
    "Of",
    "OutrightOption",
    "PlotOption",
    "RaceOption",
    "Races",
    "RatifiedOption",
    "ScopeOption",
    "SexOption",
    "Sexes",
    "asked_days",
]

# Written out: the words of the sport are loaded when a command runs, not for `pacelight --help`.
Sexes = Literal["men", "women", "mixed"]
Levels = Literal["WR", "AR", "NR", "CR", "LR", "MR", "FR", "PB", "SB"]

Of = Annotated[str, typer.Argument(metavar="EVENT", help="Code or common name: MILEsh, 1500, 'indoor mile'.")]
SexOption = Annotated[Sexes, typer.Option("--sex", help="Whose event.")]
LevelOption = Annotated[
    Levels, typer.Option("--level", case_sensitive=False, help="Which: world, area, nation, ... record.")
]
ScopeOption = Annotated[
    str | None,
    typer.Option("--scope", metavar="CODE", help="Whose: an area, a nation, a competition, an athlete."),
]
AgeOption = Annotated[
    str, typer.Option("--age", metavar="GROUP", help="Of an age group: U18, U20, U23, M35, ...")
]
Races = Literal["women-only", "mixed"]
RaceOption = Annotated[
    Races | None, typer.Option("--race", help="On the road: only of races of women alone, or of mixed ones.")
]
OutrightOption = Annotated[
    bool, typer.Option("--outright", help="The 400 m list and the short-track list together.")
]
NationOption = Annotated[
    str | None, typer.Option("--nation", metavar="CODE", help="Of those who ran for this nation.")
]
AreaOption = Annotated[
    str | None, typer.Option("--area", metavar="CODE", help="Of those who ran for a nation of this area.")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DAY", help="Performances up to this day [default: today].")
]
KnownAtOption = Annotated[
    str | None,
    typer.Option("--known-at", metavar="DAY", help="Decisions known by this day [default: as-of]."),
]
RatifiedOption = Annotated[bool, typer.Option("--ratified", help="Only what had been ratified by then.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")]
PlotOption = Annotated[Path | None, typer.Option("--plot", metavar="FILE", help="Draw it: svg, png or pdf.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="Comma-separated lines, for spreadsheets.")]


def asked_days(as_of: str | None, known_at: str | None) -> tuple[date, date]:
    """The last day of performances and the last day of decisions that are meant."""
    performances = day(as_of)
    return performances, performances if known_at is None else day(known_at)
