"""Sentences that engine and book write, in another language: an English sentence is known by its form.

What refuses something says why in one English line, in its answer, in the journal and in the log.
Of each such line the English file has the form, as ``reason-...``: by that the parts are found again
that a translation speaks of. A line of which no form is known is shown as it is.
`frontend/src/words/understood.ts` does the same in browsers.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from pacelight.web.words.format import day_text, number_text
from pacelight.web.words.language import FALLBACK, languages, say
from pacelight.web.words.names import event_text, known_text, nation_text
from pacelight.web.words.taught import FORM

__all__ = ["echoed", "understood"]

_NAMED = re.compile(r"\{ \$(\w+) \}")

_WORDS = {
    "act": "act",
    "from": "from",
    "method": "method",
    "role": "role",
    "sex": "class",
    "source": "source",
    "standing": "source",
    "state": "state",
    "status": "short",
}
"""Parts that are words of the protocol, and how the names of their messages begin; ``acts`` are several."""

_NUMBERS = frozenset({"distance", "metres", "offset", "seconds", "size"})
"""Parts that are numbers with a unit: they have the decimal sign of the language."""

_COUNTS = frozenset({"first", "frames", "last", "least", "most", "number"})
"""Parts that are whole numbers with a comma before each thousand: they have a space there, as by the SI."""

_MARKS = frozenset({"mark", "time"})

_FIGURES = frozenset({"first", "last", "number", "offset", "size"})

_CODES = {
    "by": "(?:(?![:;] ).)+?",
    "standing": "waiting|connected|silent|lost|refused|up|refusing|away",
    "verdict": "[A-Z]+",
}
"""Parts that are one of few words, or that end before another sentence."""

_SENTENCES = frozenset({"hint", "like", "reason", "thing"})
"""Parts that are understood themselves."""

_WHOLE = _SENTENCES | {"text", "what"}
"""Parts that may be sentences; a colon ends any other one."""


_ECHOED = 80
"""Characters of what somebody typed that a refusal repeats: they know it again by those."""

_QUOTED = re.compile(rf"'([^']{{{_ECHOED + 1},}})'")


def echoed(text: str) -> str:
    """What somebody typed, as a refusal repeats it.

    >>> echoed("1500"), len(echoed("x" * 3000))
    ('1500', 81)
    """
    return text if len(text) <= _ECHOED else f"{text[:_ECHOED]}\N{HORIZONTAL ELLIPSIS}"


def understood(language: str, text: str) -> str:
    """A sentence in a language; as it is, where its form is not known. What it quotes at length is shortened.

    >>> understood("nb", "bib 7 is swapped with another one, not with itself")
    'startnummer 7 byttes med et annet, ikke med seg selv'
    """
    text = _QUOTED.sub(lambda found: f"'{echoed(found[1])}'", text)
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
        return r"-?[\d:.,+]+"
    if _kind(name) in _FIGURES:
        return r"[+-]?\d[\d,.]*"
    if codes := _CODES.get(_kind(name)):
        return codes
    return ".+?" if _kind(name) in _WHOLE else "(?:(?!: ).)+?"


def _kind(name: str) -> str:
    """``time`` of ``time2``."""
    return name.rstrip("0123456789")


def _part(language: str, kind: str, part: str) -> str:
    """A part as the language has it; names and marks as they are."""
    if kind in _NUMBERS:
        return part.replace(".", number_text(language, 0, 1)[1:-1])
    if kind in _COUNTS:
        return part.replace(",", "\N{NARROW NO-BREAK SPACE}")
    own = _OWN.get(kind)
    return own(language, part) if own else _words(language, kind, part)


def _words(language: str, kind: str, part: str) -> str:
    """Words of the protocol, within a sentence."""
    message = _WORDS.get(kind) or _WORDS.get(kind.removesuffix("s"))
    if message is None:
        return part
    return ", ".join(_word(language, f"{message}-{one}", one) for one in part.split(", "))


def _word(language: str, message: str, otherwise: str) -> str:
    """A message within a sentence; a name of which there is none stays as it is."""
    said = known_text(language, message, "")
    return said[:1].lower() + said[1:] or otherwise


def _day(language: str, part: str) -> str:
    try:
        return day_text(language, date.fromisoformat(part))
    except ValueError:
        return part


_OWN: Mapping[str, Callable[[str, str], str]] = {
    "day": _day,
    "event": event_text,
    "nation": nation_text,
    **dict.fromkeys(_SENTENCES, understood),
}
"""Parts of which each is said in its own way."""
