"""Who is on the network, in one form, whatever they speak and in whatever order it arrives."""

from hypothesis import given
from hypothesis import strategies as st

from pacelight.lights.trial.found import Found, artnet_node, sacn_sources, wled
from pacelight.lights.wire.artnet_poll import Node
from pacelight.lights.wire.e131 import Source
from pacelight.lights.wire.e131_heard import Page
from pacelight.lights.wire.e131_layers import discovery
from pacelight.lights.wire.wled_json import Info

UNIVERSES = st.sets(st.integers(1, 63_999), max_size=1_200)


@given(UNIVERSES, st.randoms(use_true_random=False))
def test_a_source_has_all_universes_of_its_pages_in_any_order_and_twice(
    universes: set[int], shuffle: object
) -> None:
    pages = [Page.read(packet) for packet in discovery(Source(bytes(16), "desk"), sorted(universes))]
    heard = [("10.0.0.5", page) for page in (*pages, *pages[:1])]
    shuffle.shuffle(heard)  # type: ignore[attr-defined]
    assert sacn_sources(heard) == [Found("sacn", "10.0.0.5", "desk", tuple(sorted(universes)))]


def test_a_page_that_was_not_heard_is_said_to_be_missing() -> None:
    pages = [Page.read(packet) for packet in discovery(Source(bytes(16), "desk"), range(1, 600))]
    (found,) = sacn_sources([("10.0.0.5", pages[1])])
    assert (found.universes[0], found.says) == (513, "1 of 2 pages were not heard")


def test_two_sources_at_one_address_are_two() -> None:
    pages = [Page.read(discovery(Source(bytes([n] * 16), name), [n + 1])[0]) for n, name in enumerate("ab")]
    found = sacn_sources([("10.0.0.5", page) for page in pages])
    assert [(one.name, one.universes) for one in found] == [("a", (1,)), ("b", (2,))]


def node(bind: int, outputs: tuple[int, ...]) -> Node:
    return Node("10.0.0.7", 6454, 3, "box", "A box of eight", "#0001 [5] fine", outputs, bytes(6), bind)


def test_several_answers_of_a_node_are_one_controller() -> None:
    found = artnet_node("10.0.0.7", [node(2, (4, 5)), node(1, (0, 1))])
    assert found == Found("artnet", "10.0.0.7", "A box of eight", (0, 1, 4, 5), says="#0001 [5] fine")


def test_wled_says_how_many_lamps_it_has_and_whether_somebody_sends() -> None:
    assert wled("10.0.0.8", Info("kerb", "0.15.0", 480, live=True)) == Found(
        "wled", "10.0.0.8", "kerb", lamps=480, says="WLED 0.15.0, frames are coming"
    )
