"""The beat: frames are numbered by the clock, so that a number needs no memory."""

import pytest

from pacelight.errors import OutputError
from pacelight.lights.beat import SEQUENCES, Beat

FIFTY = Beat.of(50)


@pytest.mark.parametrize(
    ("fps", "period"),
    [(20, 50_000_000), (44, 22_727_273), (50, 20_000_000), (60, 16_666_667), (100, 10_000_000)],
)
def test_so_many_frames_a_second_are_a_whole_period(fps: int, period: int) -> None:
    assert Beat.of(fps) == Beat(period)


@pytest.mark.parametrize("fps", [-1, 0, 19, 101, 1000])
def test_what_no_eye_or_no_lamp_follows_is_refused(fps: int) -> None:
    with pytest.raises(OutputError, match=f"20 to 100 frames a second, not {fps}"):
        Beat.of(fps)


@pytest.mark.parametrize(
    ("now", "number"), [(0, 1), (1, 1), (19_999_999, 1), (20_000_000, 2), (50_000_000, 3)]
)
def test_the_next_frame_is_always_to_come(now: int, number: int) -> None:
    assert FIFTY.after(now) == number
    assert FIFTY.instant(number) > now


@pytest.mark.parametrize(
    ("woke", "drawn"), [(60_000_000, 3), (79_999_999, 3), (80_000_000, 4), (1_000_000_001, 50)]
)
def test_who_wakes_late_draws_the_latest_frame_due(woke: int, drawn: int) -> None:
    assert FIFTY.due(3, woke) == drawn


def test_sequences_go_round() -> None:
    assert [Beat.sequence(number) for number in (0, 255, 65_279, 65_280, 66_000)] == [0, 255, 65_279, 0, 720]


@pytest.mark.parametrize("counted", [256, 255, 15], ids=["E1.31", "Art-Net", "DDP"])
def test_no_protocol_skips_or_repeats_a_number_where_sequences_go_round(counted: int) -> None:
    assert SEQUENCES % counted == 0


@pytest.mark.parametrize("fps", range(20, 95))
def test_a_loop_started_again_is_never_taken_for_an_old_one(fps: int) -> None:
    """Receivers drop a number that is 0 to 19 behind the last, for so long as they remember a source."""
    remembered_ns = 2_500_000_000  # source: ANSI E1.31-2018, 6.7.1 and appendix A, network data loss timeout
    beat = Beat.of(fps)
    for silence in range(1, remembered_ns // beat.period_ns + 1):
        ahead = (silence + 128) % 256 - 128  # as a signed byte; source: 6.7.2
        assert not -20 < ahead <= 0
