"""Sentences that engine and book write, in another language: an English sentence is known by its form.

What refuses something says why in one English line, in its answer, in the journal and in the log.
Of each such line the English file has the form, as ``reason-...``: by that the parts are found again
that a translation speaks of. A line of which no form is known is shown as it is.
`frontend/src/words/understood.ts` does the same in browsers.
"""

import re
from datetime import date
from functools import cache

from pacelight.web.words.format import day_text, number_text
from pacelight.web.words.language import FALLBACK, languages, say
from pacelight.web.words.names import event_text, known_text, nation_text
from pacelight.web.words.taught import FORM

__all__ = ["understood"]

_NAMED = re.compile(r"\{ \$(\w+) \}")

_WORDS = {
    "act": "act",
    "role": "role",
    "sex": "class",
    "source": "source",
    "state": "state",
    "status": "short",
}
"""Parts that are words of the protocol, and how the names of their messages begin; ``acts`` are several."""

_NUMBERS = frozenset({"distance", "metres", "seconds"})
"""Parts that are numbers with a unit: they have the decimal sign of the language."""

_MARKS = frozenset({"mark", "time"})

_WHOLE = frozenset({"hint", "reason", "text", "what"})
"""Parts that may be sentences; a colon ends any other one."""


def understood(language: str, text: str) -> str:
    """A sentence in a language; as it is, where its form is not known.

    >>> understood("nb", "bib 7 is swapped with another one, not with itself")
    'startnummer 7 byttes med et annet, ikke med seg selv'
    """
    if language == FALLBACK:
        return text
    for message, form, says_something in _forms():
        if found := form.fullmatch(text):
            parts = found.groupdict()
            told = {name: _part(language, _kind(name), part) for name, part in parts.items()}
            if says_something or told != parts:
                return say(language, message, **told)
    return text


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """By which a sentence is known, those that say most themselves first; whether they say a word at all."""
    found = dict(FORM.findall(languages()[FALLBACK].text))
    bare = {message: _NAMED.sub("", form) for message, form in found.items()}
    order = sorted(found, key=lambda message: -len(bare[message]))
    return tuple((one, _compiled(found[one]), any(map(str.isalpha, bare[one]))) for one in order)


def _compiled(form: str) -> re.Pattern[str]:
    parts = _NAMED.split(form)
    literal, named = parts[::2], parts[1::2]
    groups = [*(f"(?P<{name}>{_pattern(name)})" for name in named), ""]
    return re.compile("".join(re.escape(text) + group for text, group in zip(literal, groups, strict=True)))


def _pattern(name: str) -> str:
    if _kind(name) in _MARKS:
        return r"[\d:.,+]+"
    return ".+?" if _kind(name) in _WHOLE else "(?:(?!: ).)+?"


def _kind(name: str) -> str:
    """``time`` of ``time2``."""
    return name.rstrip("0123456789")


def _part(language: str, kind: str, part: str) -> str:
    """A part as the language has it; names and marks as they are."""
    if kind in _NUMBERS:
        return part.replace(".", number_text(language, 0, 1)[1:-1])
    match kind:
        case "day":
            return _day(language, part)
        case "event":
            return event_text(language, part)
        case "nation":
            return nation_text(language, part)
        case "reason":
            return understood(language, part)
    return _words(language, kind, part)


def _words(language: str, kind: str, part: str) -> str:
    """Words of the protocol, within a sentence."""
    message = _WORDS.get(kind) or _WORDS.get(kind.removesuffix("s"))
    if message is None:
        return part
    said = (known_text(language, f"{message}-{one}", one) for one in part.split(", "))
    return ", ".join(one[:1].lower() + one[1:] for one in said)


def _day(language: str, part: str) -> str:
    try:
        return day_text(language, date.fromisoformat(part))
    except ValueError:
        return part
