"""Whose record: what each level needs to be told, and how it is written."""

import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches

from pacelight.book.model import WORLD, Athlete
from pacelight.errors import BookError
from pacelight.event import Level
from pacelight.nation import AREAS, nation

__all__ = ["athlete", "normal", "plain", "shown"]

_WANTED = {
    Level.AR: f"an area ({', '.join(AREAS)})",
    Level.NR: "a nation, as NOR",
    Level.MR: "a meeting, as results name it",
    Level.CR: "a championship, as results name it",
    Level.LR: "a series, as the Diamond League",
    Level.FR: "a venue, as results name it",
    Level.PB: "an athlete",
    Level.SB: "an athlete",
}


def normal(level: Level, scope: str | None) -> str:
    """The scope as the book writes it.

    Raises:
        BookError: the level needs a scope, has none, or there is no such area.
        NationError: there is no such nation.
    """
    if level is Level.WR:
        if scope not in {None, WORLD}:
            raise BookError(f"a world record has no scope, not '{scope}' (name a level: AR, NR, MR, ...)")
        return WORLD
    if not scope:
        raise BookError(f"{level} needs a scope: {_WANTED[level]}")
    if level is Level.AR:
        if scope.upper() not in AREAS:
            raise BookError(f"no area '{scope}' (there are {', '.join(AREAS)})")
        return scope.upper()
    return nation(scope.upper()).code if level is Level.NR else scope


def shown(label: str, scope: str) -> str:
    """How a list is called: ``WR``, ``AR EUR``."""
    return label if scope == WORLD else f"{label} {scope}"


def athlete(known: Sequence[Athlete], name_or_key: str) -> Athlete:
    """The one athlete of that key, name or alias; accents and capitals do not matter.

    Raises:
        BookError: none (the nearest names are given), or several (their keys are given).
    """
    wanted = plain(name_or_key)
    found = [one for one in known if name_or_key == one.key]
    found = found or [one for one in known if wanted in {plain(name) for name in (one.name, *one.aliases)}]
    if len(found) == 1:
        return found[0]
    if found:
        raise BookError(f"several athletes are called '{name_or_key}': {', '.join(one.key for one in found)}")
    names = {plain(one.name): one.name for one in known}
    near = [names[name] for name in get_close_matches(wanted, names, n=3)]
    hint = f"the nearest: {', '.join(near)}" if near else "write the name as results do"
    raise BookError(f"the book knows no athlete '{name_or_key}' ({hint})")


def plain(name: str) -> str:
    """A name without accents and capitals, to compare it."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
