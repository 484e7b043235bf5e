"""Which files a result becomes, and what stands in them: values in, names and bytes out."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from pacelight.errors import FormatError
from pacelight.meet.publish.page import index_page, race_page
from pacelight.speech import Speech
from pacelight.timing.formats.lists import results_csv, results_json, results_lif, results_wa
from pacelight.timing.formats.lists.race_result import RaceResult

__all__ = ["FORMATS", "INDEX", "formats_of", "published"]

INDEX = "index.html"

_WRITERS: Mapping[str, Callable[[RaceResult], bytes]] = MappingProxyType(
    {
        "lif": results_lif.write,
        "csv": lambda one: results_csv.write((one,)),
        "json": lambda one: results_json.write((one,)),
        "wa": lambda one: results_wa.write((one,)),
    }
)
FORMATS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "html": (".html", "page"),
        "csv": (".csv", "CSV"),
        "json": (".json", "JSON"),
        "lif": (".lif", "FinishLynx"),
        "wa": (".wa.json", "World Athletics JSON"),
    }
)
"""What can be published: how its files end, and what the pages call it, unless a language has a word."""


def formats_of(text: str) -> tuple[str, ...]:
    """The formats that a person asks for, commas between, in the order in which pages name them.

    Raises:
        FormatError: one that is not known.

    >>> formats_of("csv, html")
    ('html', 'csv')
    """
    wanted = {one.strip() for one in text.split(",") if one.strip()}
    unknown = sorted(wanted - set(FORMATS))
    if unknown or not wanted:
        named = f"no format '{unknown[0]}'" if unknown else "no format at all"
        raise FormatError(f"{named} (publish as {', '.join(FORMATS)})")
    return tuple(one for one in FORMATS if one in wanted)


def published(results: Sequence[RaceResult], formats: Sequence[str], speech: Speech) -> dict[str, bytes]:
    """All files of a session by their names: those of each race, and a page with all races.

    Args:
        results: of the races, each with a short name of its own.
        formats: which to make.
        speech: in whose language pages are; what programs read is the same in every one.

    Raises:
        FormatError: two races of one name.
    """
    made: dict[str, bytes] = {}
    listed = []
    for one in results:
        beside = [(_called(form, speech), f"{one.race}{FORMATS[form][0]}") for form in formats]
        for form, (_, name) in zip(formats, beside, strict=True):
            if name in made:
                raise FormatError(f"two races are called '{one.race}': publish them to different folders")
            others = [other for other in beside if other[1] != name]
            made[name] = race_page(one, speech, others, INDEX) if form == "html" else _WRITERS[form](one)
        listed.append((one, beside))
    if "html" in formats:
        made[INDEX] = index_page(listed, speech)
    return made


def _called(form: str, speech: Speech) -> str:
    return speech.known(f"published-file-{form}", FORMATS[form][1])
