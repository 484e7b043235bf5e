"""Laws of the race table."""

from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import RaceError
from pacelight.meet.race import Command, State, after, darkness

STEPS = sorted(set(Command) - {Command.BLACKOUT, Command.LIGHT})


@given(st.lists(st.sampled_from(STEPS), max_size=40), st.sampled_from([State.IDLE, State.LOADED]))
def test_whatever_is_pressed_a_gun_only_ever_follows_an_arming(pressed: list[Command], state: State) -> None:
    armed = guns = 0
    last = Command.LOAD
    for command in pressed:
        try:
            state = after(state, command)
        except RaceError:
            continue
        if command is Command.GUN:
            assert last is Command.ARM
        armed += command is Command.ARM
        guns += command is Command.GUN
        last = command
        assert guns <= armed
        assert (state is State.RUNNING) == (command in {Command.GUN, Command.GO_ON})


@given(st.lists(st.sampled_from([Command.BLACKOUT, Command.LIGHT]), max_size=20))
def test_the_lamps_are_dark_if_a_blackout_was_the_last_that_was_obeyed(pressed: list[Command]) -> None:
    dark = False
    for command in pressed:
        try:
            dark = darkness(dark, command)
        except RaceError:
            assert not dark
            continue
        assert dark == (command is Command.BLACKOUT)
