"""A language's file as browsers get it: what a page may say, and by what it knows what the engine says."""

import re
from functools import lru_cache

from pacelight.web.words.language import FALLBACK, MESSAGE, languages

__all__ = ["FORM", "taught"]

FORM = re.compile(r"^(reason-[\w-]+) = (.+)$", re.MULTILINE)
"""A message for a sentence of the engine: its name, and how it is said."""

_SECTION = re.compile(r"^## (.*)\n", re.MULTILINE)
_OF_ALL = ("The language", "Shared")
"""How the headings begin of what every page may say."""


@lru_cache(64)
def taught(code: str, pages: str = "") -> str:
    """The messages of a language, those that its file lacks in English; sentences with their English form.

    Args:
        code: of the language.
        pages: how the names of the messages begin that are wanted beside those of every page, as
            ``chase shell``; all, if empty.
    """
    english = _messages(FALLBACK, pages.split())
    if code == FALLBACK:
        return "".join(english.values())
    own = _messages(code, pages.split())
    forms = dict(FORM.findall("".join(english.values())))
    text = "".join(own.get(name, message) for name, message in english.items())
    return FORM.sub(lambda found: f"{found[0]}\n    .en = {forms[found[1]]}", text)


def _messages(code: str, pages: list[str]) -> dict[str, str]:
    """By their names, without headings and comments, which are for translators alone."""
    _, *parts = _SECTION.split(languages()[code].text)
    begun = tuple(f"{page}-" for page in pages)
    return {
        found[1]: found[0]
        for heading, section in zip(parts[::2], parts[1::2], strict=True)
        for found in MESSAGE.finditer(section)
        if not pages or heading.startswith(_OF_ALL) or found[1].startswith(begun)
    }
