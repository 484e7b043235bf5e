"""Where the lamps of a survey are: it says so itself, or somebody does."""

from dataclasses import replace

import numpy as np
import pytest

from pacelight.errors import OutputError
from pacelight.lights.drivers import output
from pacelight.lights.drivers.patched import PatchedOutput, names
from pacelight.meet.programme.outputs import output_of, target_of
from pacelight.track import Survey, track
from pacelight.track.survey import Controller

RAIL = Survey.even_kerb(track("short-200"), 200)
TURNED = np.arange(600)[::-1]


def rail(*controllers: tuple[str, str]) -> Survey:
    """Lamps that hang on these controllers, name and output, in equal parts."""
    parts = np.split(np.arange(600), len(controllers))
    hung = (Controller(name, url, some) for (name, url), some in zip(controllers, parts, strict=True))
    return replace(RAIL, controllers=tuple(hung))


def test_lamps_that_nobody_gives_an_address_are_not_there() -> None:
    assert output_of(RAIL, "", "race") == output("sim://")
    assert target_of(RAIL, "") == "sim://"


def test_a_survey_without_addresses_is_sent_to_where_somebody_says() -> None:
    assert output_of(RAIL, "ddp://127.0.0.1", "race") == output("ddp://127.0.0.1", "race")
    assert target_of(RAIL, "ddp://127.0.0.1") == "ddp://127.0.0.1"


def test_one_controller_that_shows_the_frame_otherwise_is_sent_it_so() -> None:
    made = output_of(replace(RAIL, controllers=(Controller("bend", "", TURNED),)), "ddp://127.0.0.1", "race")
    assert isinstance(made, PatchedOutput)
    assert names(made) == (("bend", "ddp://127.0.0.1"),)
    assert (made.parts[0].channels == TURNED).all()


def test_a_survey_with_addresses_needs_no_other() -> None:
    survey = rail(("bend", "ddp://127.0.0.1"), ("straight", "sacn://127.0.0.1"))
    made = output_of(survey, "", "race")
    assert names(made) == (("bend", "ddp://127.0.0.1"), ("straight", "sacn://127.0.0.1"))
    assert made.target == target_of(survey, "") == "2 controllers"
    made.check(600)


def test_for_any_survey_lamps_may_be_put_nowhere() -> None:
    survey = rail(("bend", "ddp://127.0.0.1"), ("straight", ""))
    assert output_of(survey, "sim://?fps=100", "race") == output("sim://?fps=100")


@pytest.mark.parametrize(
    ("survey", "url", "why"),
    [
        (
            rail(("bend", "ddp://127.0.0.1"), ("straight", "ddp://127.0.0.2")),
            "sacn://127.0.0.1",
            "the survey says where its lamps are, 2 controllers, and so does 'sacn://127.0.0.1' (leave",
        ),
        (
            rail(("bend", "ddp://127.0.0.1"), ("straight", "")),
            "",
            "controller 'straight' of the survey has no output (give each one, or none)",
        ),
        (
            rail(("bend", ""), ("straight", "")),
            "sacn://127.0.0.1",
            "the survey has 2 controllers, and 'sacn://127.0.0.1' is one (give each its output",
        ),
        (
            rail(("bend", "lamps://"), ("straight", "ddp://127.0.0.1")),
            "",
            "controller 'bend': no output is at",
        ),
        (
            rail(("bend", "sacn://127.0.0.1"), ("straight", "sacn://127.0.0.1")),
            "",
            "controllers 'bend' and 'straight' both take universe 1 at 127.0.0.1, port 5568",
        ),
    ],
)
def test_what_says_too_much_or_too_little_is_refused_in_one_line(survey: Survey, url: str, why: str) -> None:
    with pytest.raises(OutputError) as refused:
        output_of(survey, url, "race")
    assert str(refused.value).startswith(why)
    assert "\n" not in str(refused.value)
