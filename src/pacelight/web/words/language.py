"""A language is a Fluent file; the file says its own name. Put one there, and the pages speak it.

Source: Project Fluent, syntax 1.0, https://projectfluent.org/fluent/guide/
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

__all__ = ["FALLBACK", "FOLDER", "MESSAGE", "Language", "languages", "say", "says"]

FOLDER = Path(__file__).parent
"""Where the files are: one a language, named by its code (RFC 5646)."""

FALLBACK = "en"
"""What is spoken where nothing is known of who asks, and in place of a message that a file lacks."""

_LONGEST = 1000
"""Characters of one thing that a message speaks of; Fluent itself refuses to say what is much longer."""

MESSAGE = re.compile(r"^([a-zA-Z][\w-]*) =.*\n(?:[ }].*\n)*", re.MULTILINE)
"""A message as it stands in a file: its name, and all of it."""


@dataclass(frozen=True)
class Language:
    """What the pages say in one language.

    Attributes:
        code: of it, as in ``<html lang>``.
        text: the Fluent file.
    """

    code: str
    text: str

    @property
    def name(self) -> str:
        """What those who speak it call it."""
        return self._line("language-name")

    @property
    def locale(self) -> str:
        """By which numbers and days are written."""
        return self._line("language-locale")

    @cached_property
    def messages(self) -> Mapping[str, str]:
        """As they stand in the file, by their names, in its order."""
        return {found[1]: found[0] for found in MESSAGE.finditer(self.text)}

    def say(self, message: str, told: Mapping[str, str | int | float | Decimal]) -> str:
        """A message, with what it is told of.

        Raises:
            KeyError: the file lacks the message, or the message is told too little.
        """
        bundle = self._bundle
        if not bundle.has_message(message):
            self._learn(bundle, message)
        pattern = bundle.get_message(message).value
        if pattern is None:
            raise KeyError(message)
        written, wrong = bundle.format_pattern(pattern, {name: _short(part) for name, part in told.items()})
        if wrong:
            raise KeyError(f"{self.code} {message}: {wrong[0]}")
        return str(written)

    def _learn(self, bundle: "FluentBundle", message: str) -> None:
        """Read one message when it is said first: the whole file would take the time of many pages."""
        from fluent.runtime import FluentResource  # noqa: PLC0415  # see _bundle

        bundle.add_resource(FluentResource(self.messages[message]), allow_overrides=True)

    def _line(self, message: str) -> str:
        """Of a message in one line, which is read before, and without, all others."""
        found = re.search(rf"^{message} = (.+)$", self.text, re.MULTILINE)
        if found is None:
            raise KeyError(f"{self.code}: {message}")
        return found[1].strip()

    @cached_property
    def _bundle(self) -> "FluentBundle":
        # Loaded with the first message: a race that must be back within two seconds does not wait for it.
        from fluent.runtime import FluentBundle  # noqa: PLC0415

        return FluentBundle([self.locale], use_isolating=False)


def _short(part: str | float | Decimal) -> str | int | float | Decimal:
    """A text that is far too long, as far as it is said; anything else as it is."""
    if isinstance(part, str) and len(part) > _LONGEST:
        return f"{part[:_LONGEST]}\N{HORIZONTAL ELLIPSIS}"
    return part


@cache
def languages(folder: Path = FOLDER) -> Mapping[str, Language]:
    """All languages, by their codes; what is spoken where nothing else is wanted comes first."""
    files = sorted(folder.glob("*.ftl"), key=lambda file: (file.stem != FALLBACK, file.stem))
    return {file.stem: Language(file.stem, file.read_text(encoding="utf-8") + "\n") for file in files}


def say(language: str, message: str, **told: str | float | Decimal) -> str:
    """A message in a language, in English where the file lacks it.

    Args:
        language: its code.
        message: its identity.
        told: what the message speaks of: numbers as numbers, marks as they are officially written.

    Raises:
        KeyError: there is no such message, or it is told too little.

    >>> say("nb", "connection-stale", seconds=4)
    'utdatert, 4 s'
    """
    spoken = languages()[language]
    if message not in spoken.messages:
        spoken = languages()[FALLBACK]
    return spoken.say(message, told)


def says(message: str) -> bool:
    """Whether there is such a message."""
    return message in languages()[FALLBACK].messages
