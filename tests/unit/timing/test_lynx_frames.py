"""Frames of pacelight.lss: what is one, and what is refused with which reason."""

import pytest

from pacelight.timing.formats.lynx_frames import Frame, FrameReader, checks
from pacelight.timing.formats.lynx_own import OwnDialect

SAID = b"QR\x1f007\x1f12.3\x1f12\x1f1\x1f2\x1f12.3\x1f"
FRAME = b"\x01" + SAID + b"\x03" + checks(SAID) + b"\x04"
READ = Frame("R", 7, ("12.3", "12", "1", "2", "12.3"))
PLAIN = b"\x01PR\x1f\x1f12.3\x1f12\x1f1\x1f2\x1f12.3\x1f\x03\x04"


def numbered(number: int) -> bytes:
    said = SAID.replace(b"007", b"%03d" % number)
    return b"\x01" + said + b"\x03" + checks(said) + b"\x04"


def test_a_frame_is_read_with_its_number_and_a_plain_one_without() -> None:
    assert FrameReader().feed(FRAME + PLAIN) == (READ, Frame("R", None, READ.fields))


def test_what_lies_between_frames_costs_no_frame() -> None:
    reader = FrameReader()
    assert reader.feed(b"noise" + FRAME + b"\x01QR\x1fcut" + FRAME) == (READ, READ)
    assert (reader.refused, reader.why) == (2, "a frame was cut short")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (FRAME.replace(b"12.3", b"12.4", 1), "a frame was damaged: its checks do not fit what it says"),
        (FRAME.replace(b"QR", b"PR"), "a frame was damaged: its checks do not fit what it says"),
        (PLAIN.replace(b"PR\x1f", b"PR\x1f007"), "a frame was damaged: its checks do not fit what it says"),
        (PLAIN.replace(b"PR", b"QR"), "a frame was damaged: its checks do not fit what it says"),
        (FRAME.replace(b"12.3", b"12\n3"), "what came is no frame of pacelight.lss"),
        (b"\x01" + b"x" * 700 + b"\x04", "what came is no frame of pacelight.lss"),
        (b"*update|12.3|1|1|1|Mile\x04", "what came is no frame of pacelight.lss"),
    ],
)
def test_what_is_no_sound_frame_is_refused_with_a_reason(data: bytes, why: str) -> None:
    reader = FrameReader()
    assert reader.feed(data) == ()
    assert (reader.refused, reader.why) == (1, why)


def test_sixteen_bits_a_letter_are_named_with_the_remedy() -> None:
    reader = FrameReader()
    reader.feed(FRAME.decode("latin-1").encode("utf-16-le"))
    assert "write Code Set: Single Byte" in reader.why


def test_a_sender_that_ends_no_frame_costs_no_memory() -> None:
    reader = FrameReader()
    for _ in range(1000):
        reader.feed(b"\x01" + b"x" * 1000)
    assert not reader.holds
    assert reader.refused == 1000


def test_a_frame_that_comes_twice_or_too_late_is_left_out() -> None:
    dialect = OwnDialect()
    taken = [len(dialect.feed(numbered(number))) for number in (254, 255, 255, 0, 254, 1)]
    assert taken == [1, 1, 0, 1, 0, 1]
    assert (dialect.refused, dialect.why) == (2, "")
    dialect.feed(numbered(1))
    assert dialect.why == "a frame came twice, or after a later one"


def test_a_finishlynx_that_was_started_again_is_heard_after_three_frames() -> None:
    dialect = OwnDialect()
    dialect.feed(numbered(40))
    assert [len(dialect.feed(numbered(number))) for number in (1, 2, 3, 4)] == [0, 0, 1, 1]


def test_what_a_frame_says_twice_must_be_the_same() -> None:
    dialect = OwnDialect()
    assert dialect.feed(PLAIN.replace(b"12.3", b"12.4", 1)) == ()
    assert dialect.why == "a frame was damaged: what it says twice is not the same"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (b"PZ\x1f\x1f", "a frame 'Z' of 0 fields: print pacelight.lss anew"),
        (b"PR\x1f\x1f12.3\x1f", "a frame 'R' of 1 fields: print pacelight.lss anew"),
        (b"PM\x1f\x1f12x\x1f", "a frame 'M' has letters where a number belongs"),
        (b"PN\x1f\x1fseven\x1f1\x1f1\x1f1\x1f", "a frame 'N' has letters where a number belongs"),
    ],
)
def test_a_frame_of_another_script_is_refused_with_the_remedy(said: bytes, why: str) -> None:
    dialect = OwnDialect()
    assert dialect.feed(b"\x01" + said + b"\x03\x04") == ()
    assert (dialect.refused, dialect.why) == (1, why)
