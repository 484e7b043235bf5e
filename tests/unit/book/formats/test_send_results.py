"""The JSON that World Athletics proposes: its own examples, its habits, and what is refused."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from pacelight.book.formats import send_results
from pacelight.book.formats.line import Birth, Line, Refusal
from pacelight.errors import FormatError
from pacelight.event import Sex
from pacelight.mark import Mark, Timing
from pacelight.measure import Length

Competition = Callable[..., dict[str, Any]]


@pytest.fixture
def competition() -> Competition:
    """The women's triple jump of the proposal (tj-final.json), with what a test changes in it."""

    def make(
        result: dict[str, Any] | None = None,
        race: dict[str, Any] | None = None,
        unit: dict[str, Any] | None = None,
        athlete: dict[str, Any] | None = None,
        **top: object,
    ) -> dict[str, Any]:
        jumped = {"athleteId": 1, "wind": "+1.2", "result": "13.43", "placeInRace": 2, "placeInRound": 2}
        held = {"number": 1, "wind": "+1.2", "date": "2024-08-24", "startTime": "10:00:54"}
        held |= {"results": [jumped | (result or {})]} | (race or {})
        jane = {"id": 1, "waId": 1, "firstName": "Jane", "lastName": "Doe", "birthdate": "2000-08-24"}
        jane |= {"country": "SLO", "sex": "female"} | (athlete or {})
        contest = {"waEventId": 11, "title": "Women's Triple Jump"}
        contest |= {"rounds": [{"type": "Final", "races": [held]}]} | (unit or {})
        venue = {"id": 120, "waId": 374, "name": "Višnjik Sports Center", "country": "CRO"}
        return {"waId": 10, "athletes": [jane], "venues": [venue], "units": [contest]} | top

    return make


def readings(of: object, until: date | None = None) -> list[Line | Refusal]:
    return list(send_results.read(json.dumps(of).encode(), "results.json", until=until))


def line(of: object) -> Line:
    (one,) = readings(of)
    assert isinstance(one, Line), one
    return one


def why(of: object) -> str:
    (one,) = readings(of)
    assert isinstance(one, Refusal), one
    return one.why


def test_the_triple_jump_of_the_proposal_reads_whole(competition: Competition) -> None:
    assert line(competition()) == Line(
        at="unit 1, Final, race 1, result 1",
        event="TJ",
        sex=Sex.WOMEN,
        mark=Length.parse("13.43"),
        mark_text="13.43",
        athlete="Jane Doe",
        family="Doe",
        nation="SLO",
        born=Birth(date(2000, 8, 24)),
        day=date(2024, 8, 24),
        year=2024,
        venue="Višnjik Sports Center (CRO)",
        competition="World Athletics competition 10",
        wind=12,
        place=2,
        note="Final",
    )


def test_the_disqualified_sprinter_of_the_proposal_has_a_status_and_no_mark(competition: Competition) -> None:
    one = line(
        competition(
            result={"result": "DQ", "wind": "", "placeInRace": None},
            race={"wind": "NWI"},
            unit={"title": "Women's 100m"},
        )
    )
    assert (one.event, one.mark, one.status, one.place, one.wind, one.flags) == (
        "100",
        None,
        "DQ",
        None,
        None,
        "NWI",
    )


def test_the_high_jumper_of_the_proposal_has_no_wind_and_an_age(competition: Competition) -> None:
    detail = [{"height": "1.75", "attempts": "o"}, {"height": "1.80", "attempts": "xxo"}]
    one = line(
        competition(
            result={"result": "2.20", "wind": "NWI", "detail": detail},
            unit={"title": "Men's High Jump", "minAge": 18},
        )
    )
    assert (one.event, one.sex, one.mark, one.flags, one.note) == (
        "HJ",
        Sex.MEN,
        Length.parse("2.20"),
        "",
        "Final; ages from 18",
    )


@pytest.mark.parametrize(
    ("written", "mark", "timing"),
    [
        ("3:45.14", "3:45.14", Timing.FAT),  # Ingebrigtsen, Liévin 2025
        ("3:54.5h", "3:54.5", Timing.HAND),  # the h in the place of the last figure: Elliott 1958
        ("3:54.5", "3:54.5", Timing.UNKNOWN),  # not as the proposal writes times
    ],
)
def test_the_h_of_a_hand_time_stands_in_the_place_of_a_figure(
    written: str, mark: str, timing: Timing, competition: Competition
) -> None:
    one = line(competition(result={"result": written, "wind": ""}, unit={"title": "Mile Men"}))
    assert isinstance(one.mark, Mark)
    assert (str(one.mark), one.mark.timing) == (mark, timing)


@pytest.mark.parametrize(
    ("title", "oversized", "event", "doubts"),
    [
        ("Men's Mile Short Track", False, "MILEsh", 0),
        ("Men's Mile indoors", False, "MILEsh", 0),
        ("Men's Mile", False, "MILE", 1),
        ("Men's Mile", True, "MILE", 0),
        ("Men's Marathon", False, "MAR", 0),
    ],
)
def test_what_the_title_leaves_open_about_the_track_is_a_doubt(
    title: str, oversized: bool, event: str, doubts: int, competition: Competition
) -> None:
    mark = "2:01:09" if event == "MAR" else "3:50.12"
    result = {"result": mark, "wind": ""}
    one = line(competition(result=result, race={"oversizedTrack": oversized}, unit={"title": title}))
    assert (one.event, len(one.doubts), one.flags) == (event, doubts, "OT" if oversized else "")


def test_split_times_are_kept_as_a_note_and_make_no_line(competition: Competition) -> None:
    detail = [{"distance": "800.00", "result": "1:52.55"}, {"distance": "1500.00", "result": "3:29.63"}]
    result = {"result": "3:45.14", "wind": "", "detail": detail, "outOfCompetition": True}
    one = line(competition(result=result, unit={"title": "Men's Mile indoors"}))
    assert one.note == "Final; out of competition; splits 800.00 m 1:52.55, 1500.00 m 3:29.63"


def test_a_relay_is_its_team_and_its_runners_a_note(competition: Competition) -> None:
    result = {"athleteId": None, "relayTeamId": "T1", "legs": [1], "result": "3:07.41", "wind": ""}
    team = {"id": "T1", "name": "Mixed Doubles", "country": "INT"}
    one = line(competition(result=result, unit={"title": "Mixed 4x400m"}, relayTeams=[team]))
    assert (one.event, one.sex, one.athlete, one.family, one.nation) == (
        "4X4",
        Sex.MIXED,
        "Mixed Doubles",
        "",
        "",
    )
    assert one.note == "Final; Jane Doe"


def test_of_several_venues_none_is_taken(competition: Competition) -> None:
    venues = [
        {"id": 1, "name": "Sea of Galilee", "country": "ISR"},
        {"id": 2, "name": "Hall", "country": "ISR"},
    ]
    one = line(competition(venues=venues))
    assert (one.venue, len(one.doubts)) == ("", 1)


def test_days_may_have_no_dashes(competition: Competition) -> None:
    assert line(competition(race={"date": "20240824"})).day == date(2024, 8, 24)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"unit": {"title": "Women's Egg Race"}}, "the title of the unit ('Women's Egg Race', waEventId 11)"),
        ({"unit": {"title": ""}}, "waEventId 11"),
        ({"result": {"athleteId": 7}}, "nobody in the file's lists has number 7"),
        ({"result": {"result": "13,434"}}, "not a length: '13,434'"),
        ({"result": {"result": ""}}, "a result without a mark"),
        ({"result": {"result": 13.43}}, "Expected `str`, got `float`"),
        ({"result": {"wind": "strong"}}, "no wind: 'strong'"),
        ({"race": {"date": "24.08.2024"}}, "no day: '24.08.2024'"),
        ({"race": {"date": "2024-02-30"}}, "no day of the calendar"),
        ({"athlete": {"country": "XXX"}}, "no nation 'XXX'"),
        ({"athlete": {"birthdate": "2000"}}, "no day: '2000'"),
        ({"unit": {"title": "Triple Jump"}, "athlete": {"sex": ""}}, "no class: ''"),
        ({"athlete": {"firstName": " ", "lastName": ""}}, "nobody's name"),
    ],
)
def test_a_result_that_cannot_be_understood_is_refused_alone(
    change: dict[str, Any], said: str, competition: Competition
) -> None:
    assert said in why(competition(**change))


def test_an_athlete_that_cannot_be_read_is_refused_with_what_they_did(competition: Competition) -> None:
    found = readings(competition(athlete={"lastName": 5}))
    assert [one.why for one in found if isinstance(one, Refusal)] == [
        (
            "the athlete is torn or no competition of World Athletics: "
            "Expected `str`, got `int` - at `$.lastName`"
        ),
        "nobody in the file's lists has number 1",
    ]


def test_a_result_of_a_later_day_than_the_file_is_refused(competition: Competition) -> None:
    (one,) = readings(competition(), until=date(2024, 8, 23))
    assert isinstance(one, Refusal)
    assert one.why == "dated 2024-08-24, which is after 2024-08-23"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "torn or no competition"),
        (b'{"athletes": [], "units": [', "torn or no competition"),
        (b'{"athletes": []}', "Object missing required field `units`"),
        (b'{"athletes": [], "units": [] // a comment\n}', "torn or no competition"),
        (b"[" * 100_000, "torn or no competition"),
        (b'\xff\xfe{\x00"', "half a UTF-16 character"),
    ],
)
def test_a_file_that_is_no_competition_is_refused_whole(data: bytes, said: str) -> None:
    with pytest.raises(FormatError, match=r"^results\.json is ") as refused:
        list(send_results.read(data, "results.json"))
    assert said in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_it_is_recognised_and_read_in_each_encoding(encoding: str, competition: Competition) -> None:
    data = json.dumps(competition(), ensure_ascii=False).encode(encoding)
    assert send_results.recognise(data, "")
    assert list(send_results.read(data, "results.json")) == readings(competition())


def test_other_json_is_not_recognised() -> None:
    assert not send_results.recognise(b'{"schema": "pacelight.fact/1"}', "facts.jsonl")
    assert not send_results.recognise(b"units,athletes,rounds,races", "x.csv")
