"""The survey in a form: what is typed is the file, what cannot be read is told beside its field."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.track import track
from pacelight.track.survey.even import even_rail
from pacelight.track.survey.file import SurveyFile, rail_text
from pacelight.web.setup.survey import SurveyDraft, drafted, surveyed

EVEN = drafted(even_rail(track("standard-400"), 400, 4))


def changed(draft: SurveyDraft, controller: int = 0, **fields: str) -> SurveyDraft:
    """A draft of which fields of a controller, or of its segment, are others."""
    one = draft.controllers[controller]
    ours = {name: value for name, value in fields.items() if name in {"name", "output", "lamps"}}
    rest = {name: value for name, value in fields.items() if name not in ours}
    segment = msgspec.structs.replace(one.segments[0], **rest)
    made = msgspec.structs.replace(one, segments=[segment], **ours)
    others = [*draft.controllers[:controller], made, *draft.controllers[controller + 1 :]]
    return msgspec.structs.replace(draft, controllers=others)


BAD = {
    "name": ("", "a name is some letters"),
    "output": ("north", "an address is written as sacn://"),
    "lamps": ("many", "a whole number"),
    "first": ("-1", "a whole number"),
    "count": ("0", "a whole number"),
    "direction": ("up", "the direction is 'with' or 'against'"),
    "offset": ("some", "metres, as"),
    "apart": ("0", "metres, as"),
    "points": ("0 nowhere", "is no mark of standard-400"),
    "gaps": ("17", "a lamp and the metres"),
    "dead": ("400", "this segment has lamps 0 to 99"),
    "colours": ("RGBW", "one of BGR"),
}


@pytest.mark.parametrize("field", BAD)
def test_what_cannot_be_read_is_told_beside_its_field(
    field: str, left_in_english: Callable[[str], list[str]]
) -> None:
    typed, words = BAD[field]
    found = surveyed(changed(EVEN, **{field: typed}), Path())
    inside = "" if field in {"name", "output", "lamps"} else "segments.0."
    assert [one.at for one in found.faults] == [f"controllers.0.{inside}{field}"]
    assert words in found.faults[0].words
    assert left_in_english(found.faults[0].words) == []
    assert found.rail is None


def test_no_track_and_no_controller_are_told_too(left_in_english: Callable[[str], list[str]]) -> None:
    for name, at in (("hall", "track"), ("short-200", "controllers")):
        (one,) = surveyed(SurveyDraft(name), Path()).faults
        assert (one.at, left_in_english(one.words)) == (at, [])


def test_what_is_wrong_with_all_of_it_stands_where_it_speaks_of() -> None:
    found = surveyed(changed(EVEN, 1, points="0 100, 99 150"), Path())
    assert found.rail is not None
    assert [one.at for one in found.faults] == ["controllers.1.segments.0"]
    assert found.faults[0].words == found.rail.faults[0]


@given(
    lamps=st.integers(8, 120),
    controllers=st.integers(1, 4),
    dead=st.sets(st.integers(0, 7)),
    offset=st.sampled_from(["", "0.25", "-0.1"]),
    against=st.booleans(),
)
def test_a_survey_is_the_same_after_a_way_through_its_form(
    lamps: int, controllers: int, dead: set[int], offset: str, against: bool
) -> None:
    draft = drafted(even_rail(track("short-200"), lamps, controllers))
    some = ", ".join(str(lamp) for lamp in dead if lamp < lamps // controllers)
    draft = changed(draft, dead=some, offset=offset, direction="against" if against else "with")
    found = surveyed(draft, Path())
    assert found.rail is not None
    again = surveyed(drafted(found.rail), Path())
    assert again.rail is not None
    assert rail_text(again.rail) == rail_text(found.rail)


def test_what_is_saved_is_the_survey_file_and_the_picture_shows_it(office: Any) -> None:
    told = office.surveyed(output="ddp://127.0.0.9")
    assert (told["whole"], told["lamps"], told["track"]["name"]) == (True, 200, "short-200")
    draft = told["draft"]
    draft["controllers"][0]["segments"][0] |= {"dead": "17, 44"}
    told = office.told("PUT", "/survey", {"survey": draft, "seen": told["seen"]})
    read = SurveyFile.read(office.folder / "lamps.toml")
    assert read.rail is not None
    assert read.rail.wirings[0].segments[0].dead == (17, 44)
    assert len(told["laid"][0][0]["dead_m"]) == 2
    assert told["laid"][1][0]["from_m"] == 100.0


def test_a_survey_with_holes_is_saved_and_one_that_cannot_be_read_is_not(office: Any) -> None:
    told = office.surveyed()
    draft = told["draft"]
    draft["controllers"].pop()
    holed = office.told("PUT", "/survey", {"survey": draft, "seen": told["seen"]})
    assert holed["faults"][0]["words"].startswith("a hole of 100.")
    draft["controllers"][0]["segments"][0]["count"] = "lots"
    refused = office.told("PUT", "/survey", {"survey": draft, "seen": holed["seen"]}, 422)
    assert [one["at"] for one in refused["faults"]] == ["controllers.0.segments.0.count"]
    assert office.told("GET", "/survey")["seen"] == holed["seen"]


def test_a_survey_of_another_form_is_shown_and_left_alone(office: Any) -> None:
    path = office.folder / "lamps.toml"
    path.write_text('track = "short-200"\nlamps = 200\npoints = [{ lamp = 0, at = "finish" }]\n', "utf-8")
    told = office.told("GET", "/survey")
    assert (told["draft"], told["whole"], told["lamps"]) == (None, True, 200)
    assert "begin anew" in told["note"]
    path.write_text("nothing", encoding="utf-8")
    assert "is not a survey" in office.told("GET", "/survey")["faults"][0]["words"]


def test_steps_are_undone_one_by_one_and_a_step_after_that_goes_on_from_there(office: Any) -> None:
    first = office.surveyed(lamps=100)
    second = office.surveyed(lamps=150)
    third = office.surveyed(lamps=180)
    undone = office.told("POST", "/survey/undo", {"seen": third["seen"]})
    assert undone["seen"] == second["seen"]
    undone = office.told("POST", "/survey/undo", {"seen": undone["seen"]})
    assert undone["seen"] == first["seen"]
    none = office.told("POST", "/survey/undo", {"seen": undone["seen"]}, 409)
    assert none["error"] == "there is no version of lamps.toml before this one"
    other = office.surveyed(lamps=120)
    back = office.told("POST", "/survey/undo", {"seen": other["seen"]})
    assert back["seen"] == first["seen"]
    assert [one["by"] for one in back["versions"]] == ["director post"] * 7


def test_what_was_changed_by_hand_is_a_version_too(office: Any) -> None:
    office.surveyed(lamps=100)
    path = office.folder / "lamps.toml"
    path.write_text(path.read_text("utf-8") + "# measured twice\n", encoding="utf-8")
    seen = office.told("GET", "/survey")["seen"]
    office.surveyed(lamps=120)
    again = office.told("GET", "/survey")
    back = office.told("POST", "/survey/undo", {"seen": again["seen"]})
    assert back["seen"] == seen
    assert path.read_text("utf-8").endswith("# measured twice\n")


def test_who_saves_upon_an_older_version_is_told_so_and_writes_over_nothing(office: Any) -> None:
    first = office.surveyed(lamps=100)
    second = office.surveyed(lamps=150)
    body = {"survey": first["draft"], "seen": first["seen"]}
    refused = office.told("PUT", "/survey", body, 409)
    assert "lamps.toml was changed by director post since you opened it" in refused["error"]
    assert office.told("GET", "/survey")["seen"] == second["seen"]
