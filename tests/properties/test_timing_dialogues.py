"""Laws of every timing system's dialogue: how bytes were cut, repeated or damaged."""

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pacelight.mark import Mark
from pacelight.timing.formats.dialogue import Dialogue
from pacelight.timing.formats.ipico import IpicoDialogue
from pacelight.timing.formats.jchip import JchipDialogue
from pacelight.timing.formats.mylaps_dialogue import MylapsDialogue
from pacelight.timing.formats.omega_dialogue import OmegaDialogue
from pacelight.timing.formats.raceresult_dialogue import RaceResultDialogue
from pacelight.timing.formats.times import DAY_NS, of_day, of_day_text, running
from pacelight.timing.reading import Reading, Seen

SYSTEMS: dict[str, Callable[[], Dialogue]] = {
    "omega": lambda: OmegaDialogue("it"),
    "mylaps": lambda: MylapsDialogue("it"),
    "raceresult": lambda: RaceResultDialogue("it"),
    "ipico": lambda: IpicoDialogue("it"),
    "jchip": lambda: JchipDialogue("it"),
}
PASSINGS = {"omega": 24, "mylaps": 24, "raceresult": 25, "ipico": 9, "jchip": 9}
"""In the recordings: fifteen on the way and nine finishes; the trigger of a decoder, taken for a cell, is one
more; two of the systems are one mat at the line."""

every_system = pytest.mark.parametrize("system", SYSTEMS)
quick = settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
Recording = Callable[[str], bytes]


def readings(dialogue: Dialogue, data: bytes, at_ns: int = 7) -> list[Reading]:
    return [one.reading for one in dialogue.feed(data, at_ns)]


def whole(system: str, data: bytes) -> list[Reading]:
    dialogue = SYSTEMS[system]()
    dialogue.opened(0)
    return readings(dialogue, data)


@every_system
def test_a_recording_is_read_whole_and_nothing_of_it_refused(system: str, recording: Recording) -> None:
    dialogue = SYSTEMS[system]()
    dialogue.opened(0)
    seen = [one for one in readings(dialogue, recording(system)) if isinstance(one, Seen)]
    assert (len(seen), len({one.key for one in seen})) == (PASSINGS[system], PASSINGS[system])
    assert (dialogue.refused, dialogue.why, dialogue.held_ns) == (0, "", None)


@every_system
def test_byte_by_byte_a_recording_says_the_same(system: str, recording: Recording) -> None:
    data, dialogue = recording(system), SYSTEMS[system]()
    dialogue.opened(0)
    said = [one for at in range(len(data)) for one in readings(dialogue, data[at : at + 1])]
    assert said == whole(system, data)


@every_system
@quick
@given(cuts=st.lists(st.integers(0, 2000), max_size=12))
def test_how_a_recording_was_cut_changes_nothing(system: str, recording: Recording, cuts: list[int]) -> None:
    data, dialogue = recording(system), SYSTEMS[system]()
    dialogue.opened(0)
    edges = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    said = [one for start, end in pairwise(edges) for one in readings(dialogue, data[start:end])]
    assert said == whole(system, data)


@every_system
def test_what_comes_twice_has_the_key_it_had(system: str, recording: Recording) -> None:
    """Over a new connection the whole recording again: no passing that was not there before."""
    data, dialogue = recording(system), SYSTEMS[system]()
    dialogue.opened(0)
    first = readings(dialogue, data)
    dialogue.opened(1)
    again = readings(dialogue, data)
    assert {one for one in again if isinstance(one, Seen)} <= {one for one in first if isinstance(one, Seen)}


SEPARATORS = {"omega": b"\x04", "mylaps": b"$", "ipico": b"\r\n", "jchip": b"\r"}
"""What ends a message; a decoder is asked in order, and asks again for what is not."""

without_order = pytest.mark.parametrize("system", SEPARATORS)


@without_order
@quick
@given(order=st.randoms(use_true_random=False))
def test_messages_out_of_order_say_the_same_passings(
    system: str, recording: Recording, order: random.Random
) -> None:
    """All but the first, which names the heat or the reader."""
    end = SEPARATORS[system]
    first, *others = recording(system).removesuffix(end).split(end)
    order.shuffle(others)
    shuffled = [first, *others]
    said = whole(system, b"".join(message + end for message in shuffled))
    wanted = {one.key for one in whole(system, recording(system)) if isinstance(one, Seen)}
    assert {one.key for one in said if isinstance(one, Seen)} == wanted


@without_order
@quick
@given(at=st.integers(0, 10**6), flipped=st.integers(1, 255))
def test_a_damaged_byte_costs_its_message_and_its_neighbour_at_most(
    system: str, recording: Recording, at: int, flipped: int
) -> None:
    data = bytearray(recording(system))
    data[at % len(data)] ^= flipped
    clean = {one.key for one in whole(system, recording(system)) if isinstance(one, Seen)}
    damaged = {one.key for one in whole(system, bytes(data)) if isinstance(one, Seen)}
    renamed = system in {"omega", "jchip"}  # what names the heat or the reader is in every key that follows
    assert len(clean - damaged) <= 2 or (renamed and len(damaged) >= len(clean) - 2)


@every_system
@quick
@given(data=st.binary(max_size=400), more=st.binary(max_size=50))
def test_any_bytes_are_read_or_counted_and_never_raise(
    system: str, recording: Recording, data: bytes, more: bytes
) -> None:
    dialogue = SYSTEMS[system]()
    dialogue.opened(0)
    dialogue.feed(recording(system)[:200] + data + more, 1)
    dialogue.opened(2)
    dialogue.feed(data + dialogue.ends[:1], 3)
    dialogue.acknowledge(["nothing"])
    dialogue.due(10**12)
    assert "\n" not in dialogue.why
    assert isinstance(dialogue.sends(), bytes)


@every_system
@quick
@given(size=st.integers(1, 3))
def test_a_message_without_end_is_dropped_and_the_next_is_read(
    system: str, recording: Recording, size: int
) -> None:
    dialogue = SYSTEMS[system]()
    dialogue.opened(0)
    for _ in range(size):
        dialogue.feed(b"x" * (dialogue.limit + 1), 1)
    assert dialogue.held_ns == 1
    dialogue.feed(dialogue.ends[:1], 2)
    assert (dialogue.refused, dialogue.held_ns) == (1, None)
    assert whole(system, recording(system)) == readings(dialogue, recording(system))


@given(st.integers(0, DAY_NS - 1), st.integers(0, 9))
def test_a_time_of_day_reads_back_as_it_was_cut(of_day_ns: int, decimals: int) -> None:
    step_ns = 10 ** (9 - decimals)
    assert of_day(of_day_text(of_day_ns, decimals)) == of_day_ns // step_ns * step_ns


@given(st.integers(1, 3 * 3_600_000), st.integers(0, 999_999))
def test_a_running_time_is_a_mark_or_all_its_figures(thousandths: int, finer: int) -> None:
    mark = Mark(thousandths, precision=3)
    assert running(str(mark)) == (mark, None)
    assert running(f"{mark}{finer:06d}") == (None, thousandths * 1_000_000 + finer)
