"""How a loop stands: one process writes, another reads."""

from pacelight.lights.loop.standing import STANDING_BYTES, StandingWords
from pacelight.lights.standby.standing import ALONE, Role, Standing


def test_what_is_noted_is_read_from_the_same_memory() -> None:
    memory = memoryview(bytearray(STANDING_BYTES))
    writer, reader = StandingWords(memory), StandingWords(memory)
    assert reader.noted() == ALONE
    for standing in (
        Standing(Role.FOLLOWING),
        Standing(Role.FOLLOWING, 3, 10**12, -(10**15), 20_000, -45_000),
        Standing(Role.LEADING, 4, 5, 0, 0, 0),
        Standing(Role.ENDED, 4),
        ALONE,
    ):
        writer.note(standing)
        assert reader.noted() == standing
    writer.release()
    reader.release()
