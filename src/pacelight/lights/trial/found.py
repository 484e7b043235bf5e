"""Who is on the network: what controllers and sources say of themselves, in one form."""

from collections.abc import Iterable
from dataclasses import dataclass

from pacelight.lights.wire.artnet_poll import Node
from pacelight.lights.wire.e131_heard import Page
from pacelight.lights.wire.wled_json import Info

__all__ = ["Found", "artnet_node", "sacn_sources", "wled"]


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A controller, or another program that sends to lamps.

    Attributes:
        kind: ``artnet`` or ``wled``, a controller; ``sacn``, a source of E1.31.
        address: of IPv4.
        name: for people.
        universes: which it puts out, or sends; none where it does not say.
        lamps: how many it drives; None where it does not say.
        says: of its state, in its own words.
    """

    kind: str
    address: str
    name: str
    universes: tuple[int, ...] = ()
    lamps: int | None = None
    says: str = ""


def artnet_node(address: str, nodes: Iterable[Node]) -> Found:
    """One controller, of the answers it gave: those with more than four ports give several."""
    answers = sorted(nodes, key=lambda node: node.bind)
    first = answers[0]
    universes = sorted({universe for node in answers for universe in node.outputs})
    return Found("artnet", address, first.long_name or first.name, tuple(universes), says=first.report)


def sacn_sources(pages: Iterable[tuple[str, Page]]) -> list[Found]:
    """Sources, each of all the pages that were heard of it.

    Args:
        pages: address and page, in any order, also twice.
    """
    heard: dict[tuple[str, bytes], dict[int, Page]] = {}
    for address, page in pages:
        heard.setdefault((address, page.cid), {})[page.number] = page
    return [_source(address, of) for (address, _), of in heard.items()]


def wled(address: str, info: Info) -> Found:
    """A controller of WLED, of its own account."""
    says = f"WLED {info.version}{', frames are coming' if info.live else ''}"
    return Found("wled", address, info.name, lamps=info.lamps, says=says)


def _source(address: str, pages: dict[int, Page]) -> Found:
    last = next(iter(pages.values())).last
    missing = last + 1 - len(pages)
    universes = sorted(universe for page in pages.values() for universe in page.universes)
    says = f"{missing} of {last + 1} pages were not heard" if missing else ""
    return Found("sacn", address, pages[min(pages)].name, tuple(universes), says=says)
