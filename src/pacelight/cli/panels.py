"""Help of a noun with many verbs: the commands under headings, each with its whole first sentence."""

from typing import TYPE_CHECKING

from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter

__all__ = ["Panels"]


class Panels(TyperGroup):
    """Commands under the heading that each names as its ``rich_help_panel``, in the order they were added.

    Typer draws headings with rich alone, which takes a quarter of a second to load.
    """

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write a section for each heading."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                heading = getattr(command, "rich_help_panel", None)
                told = (name, _sentence(command.help or ""))
                sections.setdefault(heading if isinstance(heading, str) else "Commands", []).append(told)
        for heading, rows in sections.items():
            with formatter.section(heading):
                formatter.write_dl(rows)


def _sentence(text: str) -> str:
    """The first paragraph on one line, without its full stop."""
    return " ".join(text.partition("\n\n")[0].split()).rstrip(".")
