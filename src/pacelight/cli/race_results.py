"""`pacelight race results`: what a result file says, and whether two say the same."""

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from pacelight.cli.race import JsonOption

__all__ = ["register"]

FormatOption = Annotated[
    str, typer.Option("--format", metavar="F", help="Of the file [default: found in it].")
]
BesideOption = Annotated[
    Path | None,
    typer.Option("--beside", metavar="FILE", help="Of Omega's results, the list of heats: LSTRRSLT.txt."),
]


class _OrAFile(TyperGroup):
    """Commands, of which the first is meant where a file is named instead of one."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - the classes of typer's own parser
        """The command that is asked for."""
        named = bool(args) and args[0] in self.commands
        return super().resolve_command(ctx, args if named else [_SHOW, *args])


_SHOW = "show"

_app = typer.Typer(
    cls=_OrAFile,
    no_args_is_help=True,
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
    help="Show what a result file says; or hold two against one another.",
)


def register(app: typer.Typer) -> None:
    """Add these commands to those of a race."""
    app.add_typer(_app, name="results")


@_app.command(_SHOW)
def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A result, in any format that is read here.")],
    *,
    form: FormatOption = "",
    beside: BesideOption = None,
    json: JsonOption = False,
) -> None:
    """Show what a result file says, row by row, and what a person should look at. "show" may be left out."""
    from pacelight.cli import result_pages as pages

    pages.show_file(file, form, beside, json=json)


@_app.command()
def check(
    one: Annotated[Path, typer.Argument(metavar="A", help="A result, or the journal of a race.")],
    other: Annotated[Path, typer.Argument(metavar="B", help="The same race from elsewhere.")],
    *,
    form: FormatOption = "",
    json: JsonOption = False,
) -> None:
    """Say whether two files are the same result, whatever their formats; ends with 1 where they are not.

    One of them may be the journal of the race, against which the proof of an official result is held.
    """
    from pacelight.cli import result_pages as pages

    found = pages.compared(one, other, form)
    pages.show_differences(found, one.name, other.name, json=json)
    raise typer.Exit(1 if found else 0)
