"""From a text to its statements, each quoted with its sentence."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from pacelight.book.model import Athlete
from pacelight.claims import compared, held
from pacelight.claims.mentions import sentences
from pacelight.claims.model import Claim, Misprint, Ran, Topic
from pacelight.claims.people import called, strangers
from pacelight.claims.relate import Context, Found, Scene, clause_of, scene
from pacelight.claims.words import HEDGE, ROOFS
from pacelight.errors import MarkError
from pacelight.event import EVENTS, Sex

__all__ = ["read"]

_WOMEN = re.compile(r"\b(?:women|woman|she|her|hers)\b", re.IGNORECASE)
_MEN = re.compile(r"\b(?:men|man|he|his|him)\b", re.IGNORECASE)


def read(text: str, people: Mapping[str, Athlete], day: date) -> tuple[Claim, ...]:
    """The statements of a text, in the order in which they stand; a single line break says nothing.

    Args:
        text: English; of other languages little is found.
        people: whom the text names, as `known` finds them; marks of others are not read.
        day: of the text; weekdays and days without a year are reckoned back from it.

    >>> from datetime import date
    >>> jakob = Athlete("ingebrigtsen-jakob", "Jakob Ingebrigtsen", "NOR")
    >>> said = "Jakob Ingebrigtsen ran the indoor mile in 3:45:14."
    >>> [(claim.kind, claim.quote) for claim in read(said, {jakob.name: jakob}, date(2025, 2, 14))]
    [('mark', '3:45:14'), ('malformed', '3:45:14')]
    """
    names = called(text, people)
    context = Context(outdoors=not ROOFS["short"].search(text), sexes=_sexes(text))
    claims: list[Claim] = []
    for sentence in sentences(text, names, strangers(text, people), day):
        here = scene(sentence, context)
        claims += (_claim(text, here, found) for found in _found(here))
        context = context.after(here)
    return tuple(sorted(dict.fromkeys(claims), key=lambda claim: (claim.start, claim.end)))


def _found(here: Scene) -> Iterator[Found]:
    records = tuple(held.found(here))
    yield from _marks(here, records)
    yield from records
    yield from compared.found(here)


def _claim(text: str, here: Scene, found: Found) -> Claim:
    """Quoted from the text; hedged if its clause is."""
    start, end = here.sentence.places[found.start], here.sentence.places[found.end - 1] + 1
    first, last = clause_of(here.sentence, found.start)
    return Claim(
        statement=found.statement,
        start=start,
        end=end,
        quote=text[start:end],
        sentence=here.sentence.text,
        hedged=bool(HEDGE.search(here.sentence.blotted[first:last])),
    )


def _marks(here: Scene, records: tuple[Found, ...]) -> Iterator[Found]:
    """What somebody ran, and what is not written as a time is."""
    for one in here.marks:
        place = one.mention
        if one.who and (one.topic or one.printed.written):
            topic = one.topic or Topic((), here.context.sexes)
            titled = any(record.start <= place.start < record.end for record in records)
            yield Found(Ran(topic, one.who, one.mark, one.when, titled), place.start, place.end)
        if one.topic and not one.printed.written:
            why = _refusal(one.topic, here.sentence.text[place.start : place.end])
            yield Found(Misprint(one.mark, why), place.start, place.end)


def _refusal(topic: Topic, shown: str) -> str:
    """Why it is not a time of the event, in the words in which every mark is refused."""
    try:
        EVENTS[topic.events[0]].read_time(shown)
    except MarkError as error:
        return str(error)
    return f"not written as times are: '{shown}'"


def _sexes(text: str) -> tuple[Sex, ...]:
    """The class of which a text speaks; both where it speaks of both or of neither."""
    women, men = bool(_WOMEN.search(text)), bool(_MEN.search(text))
    if women and not men:
        return (Sex.WOMEN,)
    return (Sex.MEN,) if men and not women else (Sex.MEN, Sex.WOMEN)
