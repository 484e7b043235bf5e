"""Pages set with Typst: a template of ours, texts as data, pictures; nothing from a network."""

import json
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import matplotlib as mpl
import typst

from pacelight.errors import Failure

__all__ = ["pages", "printed"]


def printed(template: str, content: Mapping[str, Any], pictures: Mapping[str, bytes], day: date) -> bytes:
    """A PDF; the same content gives the same bytes.

    Args:
        template: name of one of ours, without its ending.
        content: what the template asks for; texts are printed as they are, whatever stands in them.
        pictures: files that it shows, by name.
        day: on which the sheet is made.
    """
    (made,) = _set(template, content, pictures, day, "pdf")
    return made


def pages(template: str, content: Mapping[str, Any], pictures: Mapping[str, bytes], day: date) -> list[bytes]:
    """The same as pictures, PNG, one a page; for looking at, without a printer."""
    return _set(template, content, pictures, day, "png")


def _set(
    template: str,
    content: Mapping[str, Any],
    pictures: Mapping[str, bytes],
    day: date,
    kind: Literal["pdf", "png"],
) -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content.json").write_text(json.dumps(content), encoding="utf-8")
        for name, picture in pictures.items():
            (root / name).write_bytes(picture)
        sheet = root / "sheet.typ"
        sheet.write_text(
            files("pacelight.sheets").joinpath(f"{template}.typ").read_text("utf-8"), encoding="utf-8"
        )
        try:
            made: bytes | list[bytes] = typst.compile(
                sheet,
                root=root,
                font_paths=[Path(mpl.get_data_path()) / "fonts" / "ttf"],  # those the drawings use
                ignore_system_fonts=True,
                format=kind,
                timestamp=datetime.combine(day, time(), tzinfo=UTC),
            )
        except typst.TypstError as error:
            raise Failure(f"the sheet cannot be set: {error.message}") from error
    return made if isinstance(made, list) else [made]
