"""In which language what is printed and published is written; commands themselves speak English."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pacelight.web.words.speaker import Speaker

__all__ = ["LanguageOption", "speech_of"]

LanguageOption = Annotated[
    str, typer.Option("--language", metavar="CODE", help="In which it is written: en, nb or fr.")
]


def speech_of(code: str) -> "Speaker":
    """A language by its code.

    Raises:
        FormatError: there is none of this code.
    """
    from pacelight.errors import FormatError
    from pacelight.web.words.language import languages
    from pacelight.web.words.speaker import Speaker

    if code not in languages():
        raise FormatError(f"no language '{code}' (write {', '.join(languages())})")
    return Speaker(code)
