"""Laws of the race table."""

from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import RaceError
from pacelight.meet.race import Command, State, after


@given(st.lists(st.sampled_from(Command), max_size=30))
def test_whatever_is_pressed_a_gun_only_ever_follows_an_arming(pressed: list[Command]) -> None:
    state, armed, guns = State.IDLE, 0, 0
    for command in pressed:
        try:
            state = after(state, command)
        except RaceError:
            continue
        armed += command is Command.ARM
        guns += command is Command.GUN
        assert guns <= armed
        assert (state is State.RUNNING) == (command is Command.GUN)
