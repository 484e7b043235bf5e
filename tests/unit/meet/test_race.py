"""The race as a table."""

from pathlib import Path

import pytest

from pacelight.errors import RaceError
from pacelight.meet.race import DARKNESS, TABLE, Command, State, after, darkness, drawn, possible

EXPLANATION = Path(__file__).resolve().parents[3] / "docs" / "explanation" / "engine.md"


@pytest.mark.parametrize(("state", "command", "following"), [(*step, TABLE[step]) for step in TABLE])
def test_each_step_of_the_table_leads_where_it_says(state: State, command: Command, following: State) -> None:
    assert after(state, command) is following


@pytest.mark.parametrize("state", [state for state in State if state is not State.ARMED])
def test_no_gun_starts_a_race_that_is_not_armed(state: State) -> None:
    with pytest.raises(RaceError, match=f"the race is {state}: 'gun' is not possible now"):
        after(state, Command.GUN)


@pytest.mark.parametrize("state", [State.IDLE, State.LOADED, State.ABORTED])
def test_no_race_is_armed_unchecked(state: State) -> None:
    with pytest.raises(RaceError, match="'arm' is not possible now"):
        after(state, Command.ARM)


def test_a_refusal_names_what_is_possible() -> None:
    with pytest.raises(RaceError, match=r"possible: hold, finish, recall, abort"):
        after(State.RUNNING, Command.ARM)


def test_an_official_race_can_only_be_opened_again() -> None:
    assert possible(State.OFFICIAL) == (Command.REOPEN,)


def test_a_recalled_race_can_be_armed_again() -> None:
    assert after(after(State.RUNNING, Command.RECALL), Command.ARM) is State.ARMED


@pytest.mark.parametrize("state", State)
def test_every_state_can_be_reached_and_left(state: State) -> None:
    assert state in TABLE.values()
    assert possible(state)


@pytest.mark.parametrize("state", [State.ARMED, State.RUNNING, State.HELD])
def test_whatever_may_move_can_be_recalled_and_called_off(state: State) -> None:
    assert after(state, Command.RECALL) is State.RECALLED
    assert after(state, Command.ABORT) is State.ABORTED


def test_a_blackout_is_no_step_of_the_race_and_twice_dark_is_dark() -> None:
    assert darkness(darkness(False, Command.BLACKOUT), Command.BLACKOUT)
    assert not any(command in {Command.BLACKOUT, Command.LIGHT} for _, command in TABLE)
    assert {command for _, command in DARKNESS} == set(Command) - {command for _, command in TABLE}


def test_lamps_that_are_not_blacked_out_cannot_be_lit_again() -> None:
    with pytest.raises(RaceError, match=r"not dark: 'light' is not possible now \(possible: blackout\)"):
        darkness(False, Command.LIGHT)


def test_the_picture_in_the_documentation_is_the_table() -> None:
    assert drawn() in EXPLANATION.read_text(encoding="utf-8")
