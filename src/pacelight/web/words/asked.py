"""Which language somebody wants: the one that was chosen, else one that the browser asks for."""

from collections.abc import Collection, Iterator

from starlette.requests import Request

from pacelight.web.words.language import FALLBACK, languages

__all__ = ["COOKIE", "language_of", "wanted"]

COOKIE = "language"
"""Keeps the language that was chosen."""

WIDER = {"no": "nb", "nn": "nb"}
"""Asked for as a whole, or as a sister: what is read instead. Source: CLDR, languageMatching."""


def language_of(request: Request) -> str:
    """The code of the language in which this request is answered.

    It stands in the address (``?language=nb``, for one page alone), was chosen before, or is the browser's.
    """
    known = languages()
    for chosen in (request.query_params.get(COOKIE), request.cookies.get(COOKIE)):
        if chosen in known:
            return str(chosen)
    return wanted(request.headers.get("accept-language", ""), known)


def wanted(accepted: str, known: Collection[str]) -> str:
    """The language that is known and wanted most.

    Source: RFC 9110, 12.5.4 (Accept-Language); RFC 4647, 3.4 (look-up: from the longest tag to the shortest).

    Args:
        accepted: the header.
        known: codes to choose from.

    >>> wanted("da, nn-NO;q=0.9, en;q=0.5", ["en", "nb", "fr"])
    'nb'
    """
    for tag, _ in sorted(_weighed(accepted), key=lambda one: -one[1]):
        for shorter in _shorter(tag):
            code = shorter if shorter in known else WIDER.get(shorter, "")
            if code in known:
                return code
    return FALLBACK


def _weighed(accepted: str) -> Iterator[tuple[str, float]]:
    """Each tag and its weight, from above 0 to 1; what is not written as it should be is left out."""
    for part in accepted.lower().split(",")[:32]:
        tag, _, parameter = part.partition(";")
        name, _, value = parameter.replace(" ", "").partition("=")
        try:
            weight = float(value) if name == "q" else 1.0
        except ValueError:
            continue
        if weight > 0:
            yield tag.strip(), weight


def _shorter(tag: str) -> Iterator[str]:
    """``fr-CA``, then ``fr``."""
    parts = tag.split("-")
    for length in range(len(parts), 0, -1):
        yield "-".join(parts[:length])
