"""Laws of the FinishLynx feed and files: however bytes are cut, doubled, mixed up or damaged."""

from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from pacelight.distance import Distance
from pacelight.errors import FormatError
from pacelight.mark import Elapsed
from pacelight.timing import Gun, Method, Passing, Status, Verdict
from pacelight.timing.formats.evt import EvtFile, entry, heat, read_evt, write_evt
from pacelight.timing.formats.lif import read
from pacelight.timing.formats.lynx_dialects import DIALECTS
from pacelight.timing.formats.lynx_dialogue import AUTO, LynxDialogue
from pacelight.timing.formats.lynx_file import readings
from pacelight.timing.formats.lynx_frames import checks
from pacelight.timing.formats.lynx_script import script
from pacelight.timing.formats.ppl import read_ppl
from pacelight.timing.formats.sch import SchFile, SchHeat, read_sch, write_sch
from pacelight.timing.placing.startlist import Entrant
from pacelight.timing.placing.way import Way
from pacelight.timing.reading import Heard, PageRead, Reading
from pacelight.timing.simulators.lynx_device import LynxSettings, lynx_script
from pacelight.timing.simulators.recorded import Recorded
from pacelight.timing.sources.lynx_look import ResultsFolder

SECOND = 1_000_000_000
LAPS = {"71": (26_500, 53_120), "72": (26_700, 53_400), "173": (26_600,)}


@cache
def race() -> Recorded:
    """A 400 m in a hall: two laps, three runners, one of whom steps off."""
    events = [Gun("gun", "tape"), Verdict("173", Status.DNF, Elapsed.of_ms(40_000), "judge", "out")]
    for bib, laps in LAPS.items():
        for nth, ms in enumerate(laps, start=1):
            at = Distance.parse(f"{200 * nth} m")
            events.append(Passing(bib, at, Elapsed.of_ms(ms), Method.PHOTO, True, "tape", f"{bib} {at}"))
    way = Way(Distance.parse("400 m"), Distance.parse("200 m"), Distance.parse("200 m"))
    entrants = tuple(Entrant(bib, str(lane)) for lane, bib in enumerate(LAPS, start=4))
    return Recorded("12", way, entrants, tuple(events), date(2025, 2, 13), 0, name="400 m")


@cache
def pieces(*, checked: bool = True, tick_s: int = 5) -> tuple[bytes, ...]:
    how = LynxSettings(script(checked=checked), tick_ns=tick_s * SECOND, again_ns=30 * SECOND)
    return tuple(data for _, data in lynx_script(race(), how))


def frames(*, checked: bool = True) -> list[bytes]:
    return [frame + b"\x04" for frame in b"".join(pieces(checked=checked)).split(b"\x04")[:-1]]


def heard(parts: list[bytes], dialect: str = "pacelight") -> list[Reading]:
    dialogue = LynxDialogue("lynx", dialect)
    return [one.reading for part in parts for one in dialogue.feed(part, 0)]


def told(said: list[Reading]) -> set[tuple[str, int | None, str]]:
    """Whose time it is, with how many laps to go."""
    pages = (one for one in said if isinstance(one, PageRead))
    return {(row.bib, page.to_go, str(row.time)) for page in pages for row in page.rows if row.time}


@cache
def truth() -> frozenset[tuple[str, int | None, str]]:
    return frozenset(told(heard(list(pieces()))))


variants = st.booleans()


def test_the_truth_is_the_race() -> None:
    assert truth() == {
        ("71", 1, "26.50"),
        ("71", None, "53.12"),
        ("72", 1, "26.70"),
        ("72", None, "53.40"),
        ("173", 1, "26.60"),
    }


@given(st.lists(st.integers(0, 20_000), max_size=12), variants)
def test_how_the_feed_was_cut_changes_nothing(cuts: list[int], checked: bool) -> None:
    whole = b"".join(pieces(checked=checked))
    edges = [0, *sorted(cut % len(whole) for cut in cuts), len(whole)]
    assert heard([whole[start:end] for start, end in pairwise(edges)]) == heard([whole])


def test_byte_by_byte_it_says_the_same() -> None:
    for checked in (True, False):
        whole = b"".join(pieces(checked=checked))
        assert heard([bytes([byte]) for byte in whole]) == heard([whole])


def test_a_feed_that_begins_anywhere_says_no_other_finish() -> None:
    whole = b"".join(pieces())
    for start in range(0, len(whole), 97):
        assert told(heard([whole[start:]])) <= truth()


def test_frames_that_come_twice_say_nothing_new() -> None:
    once = heard(frames())
    assert heard([frame for frame in frames() for _ in range(2)]) == once
    assert told(heard(frames(checked=False) * 2)) == truth()


@given(st.randoms(use_true_random=False), st.integers(2, 12), variants)
def test_frames_that_overtake_one_another_say_no_other_finish(
    rng: object, window: int, checked: bool
) -> None:
    mixed = frames(checked=checked)
    for start in range(0, len(mixed), window):
        part = mixed[start : start + window]
        rng.shuffle(part)  # type: ignore[attr-defined]
        mixed[start : start + window] = part
    assert told(heard(mixed)) <= truth()


@given(st.data(), variants)
def test_frames_that_are_lost_say_no_other_finish(data: st.DataObject, checked: bool) -> None:
    sent = frames(checked=checked)
    lost = data.draw(st.sets(st.integers(0, len(sent) - 1), max_size=30))
    assert told(heard([frame for at, frame in enumerate(sent) if at not in lost])) <= truth()


def test_no_flipped_bit_of_a_line_makes_another_finish() -> None:
    (start, *_), ends = _last_page()
    page = frames()[start:ends]
    whole = b"".join(page)
    assert told(heard([whole]))
    for bit in range(8 * len(whole)):
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        assert told(heard([bytes(damaged)])) <= truth()


def _last_page() -> tuple[list[int], int]:
    sent = frames()
    starts = [at for at, frame in enumerate(sent) if frame.startswith(b"\x01QK")]
    return starts[-1:], len(sent)


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 7)), min_size=1, max_size=6), variants)
def test_flipped_bits_make_no_other_finish(flips: list[tuple[int, int]], checked: bool) -> None:
    damaged = bytearray(b"".join(pieces(checked=checked)))
    for at, bit in flips:
        damaged[at % len(damaged)] ^= 1 << bit
    assert told(heard([bytes(damaged)])) <= truth()


@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 40), st.binary(max_size=20)), max_size=6),
    variants,
)
def test_bytes_cut_out_and_put_in_make_no_other_finish(
    wounds: list[tuple[int, int, bytes]], checked: bool
) -> None:
    damaged = bytearray(b"".join(pieces(checked=checked)))
    for at, length, noise in wounds:
        start = at % len(damaged)
        damaged[start : start + length] = noise
    assert told(heard([bytes(damaged)])) <= truth()


DIALECT = st.sampled_from([*DIALECTS, AUTO])
SPOKEN = st.sampled_from(
    [
        b"*update|1:02.3|1|1|1|Mile",
        b"*COMPLETE",
        b"|",
        b";",
        b"\x01TR\x02 12.3\x04",
        b"\x01LH\x02",
        b"\x01LR\x02",
        b"\x01LE\x04",
        b"\x04",
        b"\x1f",
        b"\x03",
    ]
)


@given(st.lists(st.binary(max_size=60) | SPOKEN, max_size=30), DIALECT)
def test_any_bytes_are_heard_or_refused_and_never_raise(parts: list[bytes], dialect: str) -> None:
    dialogue = LynxDialogue("lynx", dialect)
    for part in parts:
        assert all(isinstance(one, Heard) for one in dialogue.feed(part, 0))
    assert "\n" not in dialogue.why


@given(st.sampled_from("AGRPSBDMWKLNUVX"), st.lists(st.text("0123456789:.,DNFh +-", max_size=9), max_size=20))
def test_any_sound_frame_is_heard_or_refused(kind: str, fields: list[str]) -> None:
    said = "\x1f".join([f"Q{kind}", "001", *fields, ""]).encode()
    assert isinstance(heard([b"\x01" + said + b"\x03" + checks(said) + b"\x04"]), list)


STATES = (b"", b"12,1,2,Mile,,,,,,400\n1,71,4,Muster,Ada,,53.12,,,,,,,,,,,,\n")
LATER = STATES[1].replace(b"53.12", b"53.13") + b",72,5,Tester,Bo,,,,,,,,,,,,,,\n"
SAVES = st.lists(
    st.tuples(st.sampled_from([*STATES, LATER]), st.integers(0, 200)) | st.sampled_from(["look", "vanish"]),
    max_size=12,
)


@settings(max_examples=60)
@given(SAVES)
def test_whatever_was_saved_the_last_that_is_told_is_the_file_as_it_is(saves: list[object]) -> None:
    with TemporaryDirectory() as folder:
        path, watched, now_ns = Path(folder) / "012-1-02.lif", ResultsFolder(Path(folder)), 0
        told: list[Reading] = []
        for save in [*saves, (LATER, len(LATER)), "look", "look", "look"]:
            now_ns += 5_000_000_000
            match save:
                case "look":
                    told += watched.look(now_ns).readings
                case "vanish":
                    path.unlink(missing_ok=True)
                case (bytes() as data, int() as length):
                    path.write_bytes(data[:length])
        pages = [one for one in told if isinstance(one, PageRead)]
        assert pages[-1] == readings(read(LATER), path.name)[-1]
        assert not any(one == two for one, two in pairwise(pages))


cells = st.text(
    st.characters(codec="utf-8", exclude_characters='"\r\n\0;#\\', categories=["L", "N", "P", "Zs"]),
    max_size=8,
).filter(lambda cell: cell == cell.strip())
numbers = st.integers(1, 999).map(str)
entries = st.lists(st.tuples(numbers, numbers, cells, cells, cells).map(entry), max_size=6)
heats = st.lists(
    st.builds(heat, st.tuples(numbers, numbers, numbers, cells), entries),
    min_size=1,
    max_size=5,
)


@given(heats, st.sampled_from(["utf-8", "utf-16"]), st.sampled_from(["\n", "\r\n"]))
def test_a_start_list_that_was_written_reads_back(several: list[object], encoding: str, newline: str) -> None:
    ours = EvtFile(tuple(several), encoding=encoding, newline=newline)  # type: ignore[arg-type]
    data = write_evt(ours)
    read = read_evt(data)
    assert [(one.header, [row.cells for row in one.entries]) for one in read.heats] == [
        (one.header, [row.cells for row in one.entries]) for one in ours.heats
    ]
    assert write_evt(read) == data


@given(st.lists(st.builds(SchHeat, numbers, numbers, numbers), min_size=1, max_size=9))
def test_a_schedule_that_was_written_reads_back(several: list[SchHeat]) -> None:
    data = write_sch(SchFile(tuple(several)))
    assert [(one.event, one.round, one.heat) for one in read_sch(data).heats] == [
        (one.event, one.round, one.heat) for one in several
    ]


@given(st.binary(max_size=200) | st.text(max_size=80).map(lambda text: f"1,1,1,Mile\n,{text}\n".encode()))
def test_any_bytes_are_a_list_or_refused_in_one_line(data: bytes) -> None:
    for reader in (read_evt, read_ppl, read_sch):
        said = ""
        try:
            reader(data, "lynx.evt")
        except FormatError as refused:
            said = str(refused)
        assert said.startswith("lynx.evt" if said else "")
        assert len(said.splitlines()) <= 1
