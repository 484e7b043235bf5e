"""The race as a table."""

from pathlib import Path

import pytest

from pacelight.errors import RaceError
from pacelight.meet.race import TABLE, Command, State, after, drawn, possible

EXPLANATION = Path(__file__).resolve().parents[3] / "docs" / "explanation" / "engine.md"


@pytest.mark.parametrize(("state", "command", "following"), [(*step, TABLE[step]) for step in TABLE])
def test_each_step_of_the_table_leads_where_it_says(state: State, command: Command, following: State) -> None:
    assert after(state, command) is following


@pytest.mark.parametrize("state", [state for state in State if state is not State.ARMED])
def test_no_gun_starts_a_race_that_is_not_armed(state: State) -> None:
    with pytest.raises(RaceError, match=f"the race is {state}: 'gun' is not possible now"):
        after(state, Command.GUN)


def test_a_refusal_names_what_is_possible() -> None:
    with pytest.raises(RaceError, match=r"possible: finish, recall, abort"):
        after(State.RUNNING, Command.ARM)


def test_a_finished_race_is_over() -> None:
    assert possible(State.FINISHED) == ()
    with pytest.raises(RaceError, match="nothing: the race is over"):
        after(State.FINISHED, Command.RECALL)


def test_a_recalled_race_can_be_armed_again() -> None:
    assert after(after(State.RUNNING, Command.RECALL), Command.ARM) is State.ARMED


def test_the_picture_in_the_documentation_is_the_table() -> None:
    assert drawn() in EXPLANATION.read_text(encoding="utf-8")
