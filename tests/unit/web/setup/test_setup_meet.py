"""The meet in forms: every field refused in place, comments kept, the engine's own file at the end."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pacelight.errors import RaceError
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.web.setup.draft import LightDraft, MeetDraft, RaceDraft, RunnerDraft, TimingDraft, drafted
from pacelight.web.setup.tables import read
from pacelight.web.setup.text import written

RUNNER = RunnerDraft("1", "Jakob Ingebrigtsen", "NOR", "ingebrigtsen-jakob")
RACE = RaceDraft(event="MILEsh", sex="men", lights=[LightDraft("WR")], runners=[RUNNER])
MEET = MeetDraft(name="Evening", venue="Oslo", day="2026-06-13", track="short-200", lamps="200", races=[RACE])
LIGHT, OURS, TIMING = "races.0.lights.0", "races.0.runners.0", "timing.0"

BAD: dict[str, tuple[str, str]] = {
    "name": ("", "the name of the meeting is missing"),
    "venue": ("", "the venue is missing"),
    "day": ("13 June", "a day is written 2026-06-13"),
    "id": ("The Meet", "small letters, digits and hyphens"),
    "competition": ("x" * 301, "one line of 300 characters"),
    "book": ("a\nb", "one line"),
    "spare": ("a\nb", "one line"),
    "track": ("hall", "no such track"),
    "survey": ("../lamps.toml", "lies in the folder of the meet"),
    "lamps": ("1", "a whole number from 2"),
    "output": ("a\nb", "one line"),
    "host": ("a\nb", "one line"),
    "port": ("http", "a whole number from 0"),
    f"{TIMING}.name": ("The Lynx", "small letters"),
    f"{TIMING}.url": ("udp:9000", "no timing system is at"),
    f"{TIMING}.allow": ("a\nb", "one line"),
    "races.0.id": ("Mile!", "small letters"),
    "races.0.at": ("quarter to nine", "a time of day is written 20:45"),
    "races.0.event": ("jumping", "no event 'jumping'"),
    "races.0.sex": ("boys", "the class is one of men, women, mixed"),
    "races.0.name": ("x" * 301, "one line"),
    "races.0.heat": ("a\nb", "one line"),
    "races.0.number": ("twelve", "the number is event, round and heat"),
    "races.0.stakes": ("WR, ZZ", "no level 'ZZ'"),
    "races.0.entries": ("/etc/passwd", "lies in the folder of the meet"),
    f"{LIGHT}.name": ("", "the name of the light is missing"),
    f"{LIGHT}.colour": ("green", "a colour is written #19e36b"),
    f"{LIGHT}.kind": ("fast", "the plan is one of record, even, splits"),
    f"{LIGHT}.level": ("ZZ", "no level 'ZZ'"),
    f"{LIGHT}.event": ("jumping", "no event 'jumping'"),
    f"{OURS}.bib": ("", "the number to wear is missing"),
    f"{OURS}.name": ("", "the name is missing"),
    f"{OURS}.nation": ("ZZZ", "no nation 'ZZZ'"),
    f"{OURS}.athlete": ("", "who of the book is it?"),
    f"{OURS}.lane": ("a\nb", "one line"),
    f"{OURS}.club": ("a\nb", "one line"),
    f"{OURS}.chips": ("a\nb", "one line"),
    f"{OURS}.say": ("x" * 121, "one line of 120 characters"),
}


def with_field(draft: Any, at: str, value: str) -> Any:
    """A draft in which one field is another."""
    name, _, rest = at.partition(".")
    if not rest:
        return msgspec.structs.replace(draft, **{name: value})
    nth, _, inner = rest.partition(".")
    held = list(getattr(draft, name))
    held[int(nth)] = with_field(held[int(nth)], inner, value)
    return msgspec.structs.replace(draft, **{name: held})


@pytest.mark.parametrize("at", BAD)
def test_what_cannot_be_read_is_told_beside_its_field_and_nothing_else_is(
    at: str, left_in_english: Callable[[str], list[str]]
) -> None:
    typed, words = BAD[at]
    whole = msgspec.structs.replace(MEET, timing=[TimingDraft("finish", "lynx+udp://127.0.0.1:9000")])
    found = read(with_field(whole, at, typed))
    assert [one.at for one in found.faults if words in one.words] == [at]
    assert {one.at for one in found.faults} == {at}
    assert [left for one in found.faults for left in left_in_english(one.words)] == []


def test_every_field_of_a_form_is_among_those_that_are_tried() -> None:
    tried = {at.rpartition(".")[2] for at in BAD}
    free = {
        "scope",
        "mark",
        "splits",
        "was",
        "file",
        "timing",
        "races",
        "lights",
        "runners",
    }
    every = {
        name
        for kind in (MeetDraft, RaceDraft, LightDraft, RunnerDraft, TimingDraft)
        for name in kind.__struct_fields__
    }
    assert every - tried - free == set()


@pytest.mark.parametrize(
    ("light", "at", "words"),
    [
        (LightDraft("pace", kind="even", mark="soon"), "mark", "soon"),
        (LightDraft("pace", kind="even"), "mark", "the time is missing"),
        (LightDraft("pace", kind="splits", splits="400 m"), "splits", "a point is a distance and a time"),
        (LightDraft("pace", kind="splits"), "splits", "points are missing"),
    ],
)
def test_a_plan_of_each_kind_is_read(light: LightDraft, at: str, words: str) -> None:
    race = msgspec.structs.replace(RACE, lights=[light])
    (fault,) = read(msgspec.structs.replace(MEET, races=[race])).faults
    assert fault.at == f"races.0.lights.0.{at}"
    assert words in fault.words


def test_whose_record_it_is_is_missing_where_that_is_typed() -> None:
    race = msgspec.structs.replace(RACE, lights=[LightDraft("NR", level="NR")])
    (fault,) = read(msgspec.structs.replace(MEET, races=[race])).faults
    assert (fault.at, "NR of whom?" in fault.words) == ("races.0.lights.0.scope", True)


def test_two_of_one_name_and_a_list_beside_runners_are_told() -> None:
    twice = msgspec.structs.replace(RACE, id="mile", entries="a.csv", runners=[RUNNER, RUNNER])
    found = read(msgspec.structs.replace(MEET, races=[twice, msgspec.structs.replace(RACE, id="mile")]))
    assert [one.at for one in found.faults] == ["races.0.entries", "races.0.runners.1.bib", "races.1.id"]


def test_a_meet_of_a_form_is_one_that_an_engine_runs(tmp_path: Path) -> None:
    text = written(None, read(MEET).tables)
    meet = MeetFile.parse(text, tmp_path / "meet.toml")
    assert (meet.id, meet.races[0].race.id) == ("evening-2026", "men-mile-short-track")
    again = read(drafted(text))
    assert again.faults == []
    assert written(text, again.tables) == text


def test_comments_and_what_no_form_shows_stay_as_they_were() -> None:
    text = written(None, read(MEET).tables)
    text = text.replace("[track]", "# the hall\n[track] # it is cold").replace(
        "[[race]]", "[[race]]\n# the mile"
    )
    text += "lamps = { brightness = 0.5 }\n\n[lamps]\nbrightness = 0.6\n"
    draft = drafted(text)
    race = msgspec.structs.replace(draft.races[0], id="mile", at="20:45")
    draft = msgspec.structs.replace(draft, venue="Bergen", races=[race])
    after = written(text, read(draft).tables, {"mile": draft.races[0].was})
    for kept in ("# the hall", "# it is cold", "# the mile", "brightness = 0.6"):
        assert kept in after
    assert 'id = "mile"' in after
    assert 'venue = "Bergen"' in after
    assert "men-mile-short-track" not in after


def test_another_kind_of_plan_takes_nothing_of_the_one_before_along() -> None:
    text = written(None, read(MEET).tables).replace('level = "WR"}', 'level = "WR", ratified = true}')
    assert "ratified" in text
    draft = drafted(text)
    race = msgspec.structs.replace(draft.races[0], lights=[LightDraft("WR", kind="even", mark="3:50.00")])
    after = written(text, read(msgspec.structs.replace(draft, races=[race])).tables)
    assert "ratified" not in after


def test_a_file_that_is_no_toml_is_not_written_over() -> None:
    with pytest.raises(RaceError, match="cannot be changed so"):
        written("no", read(MEET).tables)
    with pytest.raises(RaceError, match="not a meet file"):
        drafted("no")


def test_from_an_empty_folder_to_a_meet_that_is_whole(office: Any, race: Any) -> None:
    (office.folder / "book.sqlite").unlink()
    office.surveyed()
    begun = office.met()
    assert begun["unready"] == [{"at": "", "words": "no race is on the timetable"}]
    assert begun["note"] == "book.sqlite was made, with the records that are shipped"
    whole = office.met(races=[race])
    assert (whole["whole"], whole["unready"]) == (True, [])
    assert MeetFile.read(office.folder / "meet.toml").races[0].race.runners[0].bib == "1"


def test_what_is_missing_yet_is_saved_and_told_at_its_race(office: Any, race: Any) -> None:
    office.surveyed()
    told = office.met(races=[race, race | {"id": "two", "heat": "2", "runners": []}])
    assert told["unready"] == [{"at": "races.1", "words": "nobody runs"}]


def test_what_cannot_be_read_is_not_saved_and_all_that_was_typed_comes_back(office: Any, race: Any) -> None:
    shown = office.met(races=[race])
    meet = shown["draft"] | {"day": "soon"}
    refused = office.told("PUT", "/meet", {"meet": meet, "seen": shown["seen"]}, 422)
    assert refused["draft"] == meet
    assert [one["at"] for one in refused["faults"]] == ["day"]
    assert office.told("GET", "/meet")["seen"] == shown["seen"]


def test_the_meet_before_comes_back(office: Any, race: Any) -> None:
    first = office.met(races=[race])
    second = office.met(venue="Bergen", races=first["draft"]["races"])
    back = office.told("POST", "/meet/undo", {"seen": second["seen"]})
    assert back["draft"]["venue"] == "Oslo"


def test_a_start_list_is_read_and_who_is_not_known_for_certain_is_asked(office: Any) -> None:
    office.met()
    text = "bib,name,nation\n1,Jakob Ingebrigtsen,NOR\n2,Somebody New,NOR\n"
    told = office.told("POST", "/entries", {"text": text, "sex": "men"})
    seats = told["lists"][0]["seats"]
    assert [(one["how"], one["runner"]["athlete"]) for one in seats] == [
        ("known", "ingebrigtsen-jakob"),
        ("new", "new-somebody"),
    ]
    doubt = office.told(
        "POST", "/seats", {"runners": [{"bib": "3", "name": "Jakob Ingebrigtsen"}], "sex": "men"}
    )
    (seat,) = doubt["seats"]
    assert seat["how"] in {"doubt", "known"}
    if seat["how"] == "doubt":
        assert seat["candidates"][0]["key"] == "ingebrigtsen-jakob"
        assert seat["new"].startswith("ingebrigtsen-jakob-")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"text": ""}, "nothing was pasted"),
        ({"text": "who knows"}, "no start list that is known here"),
        ({"base64": "!!"}, "came damaged"),
        ({"text": "bib,name\n", "format": "nonsense"}, "no format 'nonsense'"),
    ],
)
def test_a_start_list_that_is_none_is_refused_in_words(office: Any, body: dict[str, str], words: str) -> None:
    office.met()
    assert words in office.told("POST", "/entries", body, 409)["error"]
