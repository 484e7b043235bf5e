"""What things of the field are called: events, nations, areas, levels, lists.

Events and nations have an English name in their tables; what a language does not know by it stays as it is.
"""

import re
from functools import cache

from pacelight.book.model import ALL, WORLD
from pacelight.event import Level
from pacelight.nation import AREAS, NATIONS
from pacelight.web.words.format import locale_of, number_text
from pacelight.web.words.language import say, says

__all__ = ["event_text", "known_text", "level_text", "list_text", "nation_text", "scope_text"]

_KINDS = ("short track", "road", "race walk", "relay", "steeplechase", "hurdles")
"""What an event's English name ends in, outermost first."""

_UNITS = {"m": "event-metres", "km": "event-kilometres", "miles": "event-miles", "yards": "event-yards"}
_MEASURED = re.compile(r"([\d,]+) (m|km|miles|yards|hours)")
_DETAIL = re.compile(r"(.+?) ((?:\d+\.)?\d+ (?:cm|kg|g|lb)|U\d\d)")
"""How high the hurdles, how heavy what is thrown, of which age."""

_TERRITORIES = {
    "Burma": "MM", "Cabo Verde": "CV", "Congo": "CG", "Côte d'Ivoire": "CI",
    "Antigua and Barbuda": "AG", "Bosnia and Herzegovina": "BA", "DPR Korea": "KP", "DR Congo": "CD",
    "Hong Kong, China": "HK", "Korea": "KR", "Macao, China": "MO", "Myanmar": "MM", "Palestine": "PS",
    "Saint Kitts and Nevis": "KN", "Saint Lucia": "LC", "Saint Pierre and Miquelon": "PM",
    "Saint Vincent and the Grenadines": "VC", "São Tomé and Príncipe": "ST", "The Bahamas": "BS",
    "The Gambia": "GM", "Trinidad and Tobago": "TT", "Turks and Caicos Islands": "TC",
    "US Virgin Islands": "VI", "Vatican": "VA", "Great Britain and Northern Ireland": "GB",
}  # fmt: skip
"""Nations that the sport calls otherwise than the CLDR does, by its codes of territories."""


def event_text(language: str, name: str) -> str:
    """An event, from its English name.

    >>> event_text("nb", "3000 m steeplechase"), event_text("fr", "110 m hurdles 99.0 cm")
    ('3000 m hinder', '110 m haies 99,0 cm')
    """
    if language == "en":
        return name
    for kind in _KINDS:
        if name.endswith(f" {kind}"):
            bare = event_text(language, name.removesuffix(f" {kind}"))
            return say(language, f"kind-{kind.replace(' ', '-')}", event=bare)
    if detailed := _DETAIL.fullmatch(name):
        number, _, unit = detailed[2].partition(" ")
        shown = number.replace(".", number_text(language, 0, 1)[1:-1]) + f" {unit}" * bool(unit)
        return f"{event_text(language, detailed[1])} {shown}"
    return _plain(language, name)


def _plain(language: str, name: str) -> str:
    if measured := _MEASURED.fullmatch(name):
        unit = measured[2]
        return say(
            language, _UNITS.get(unit, "event-hours"), length=measured[1].replace(",", "\N{NO-BREAK SPACE}")
        )
    return known_text(language, f"event-{name.lower().replace(' ', '-')}", name)


def known_text(language: str, message: str, otherwise: str) -> str:
    """A message, or something else where there is none: for names that others add to."""
    return say(language, message) if says(message) else otherwise


def nation_text(language: str, code: str) -> str:
    """A nation, by its code, or by its English name.

    >>> [nation_text("fr", nation) for nation in ("NED", "Norway", "URS", "XYZ")]
    ['Pays-Bas', 'Norvège', 'Union soviétique', 'XYZ']
    """
    code = _codes().get(code, code)
    if code not in NATIONS:
        return code
    name = NATIONS[code].name
    if language == "en":
        return name
    if says(f"nation-{code}"):
        return say(language, f"nation-{code}")
    territory = _TERRITORIES.get(name) or _english().get(name, "")
    return str(locale_of(language).territories.get(territory, name))


@cache
def _codes() -> dict[str, str]:
    """The codes of nations by their English names."""
    return {one.name: code for code, one in NATIONS.items()}


@cache
def _english() -> dict[str, str]:
    """The CLDR's codes of territories by their English names."""
    return {name: code for code, name in locale_of("en").territories.items() if len(code) == len("NO")}


def scope_text(language: str, scope: str) -> str:
    """Whose list: the world's, an area's, a nation's, or what the book calls it."""
    if scope == WORLD:
        return say(language, "scope-world")
    return known_text(language, f"scope-{scope}", scope) if scope in AREAS else nation_text(language, scope)


def level_text(language: str, label: str, scope: str, age: str = ALL) -> str:
    """What the first mark of a list is called in full.

    >>> level_text("en", "AR", "EUR"), level_text("nb", "NR", "NOR", "U20")
    ('European record', 'Nasjonal rekord: Norge, U20')
    """
    own = next((one for one in (f"area-{scope}", f"level-{label}") if says(one) and _fits(one, label)), "")
    level = say(language, own) if own else label
    if scope not in {WORLD, ""} and not own.startswith("area-"):
        how = "level-of" if label.startswith("N") and scope in NATIONS else "level-at"
        level = say(language, how, level=level, whose=scope_text(language, scope))
    return level if age == ALL else say(language, "level-aged", level=level, age=age)


def _fits(message: str, label: str) -> bool:
    return label == Level.AR or not message.startswith("area-")


def list_text(language: str, level: str, scope: str) -> str:
    """A list of which the book covers something, in full.

    >>> list_text("en", "LIST", "WORLD")
    'All-time list, best of each athlete: World'
    """
    if level not in {"LIST", "PERFORMANCES"}:
        return level_text(language, level, scope)
    of = say(language, "list-of-best" if level == "LIST" else "list-of-all")
    return say(language, "level-at", level=of, whose=scope_text(language, scope)) if scope else of
