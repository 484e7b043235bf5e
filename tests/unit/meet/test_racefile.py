"""Race files: taken whole, or refused with a line that names the offence."""

from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from pacelight.distance import Distance
from pacelight.errors import PacelightError, RaceError
from pacelight.mark import Elapsed
from pacelight.meet.programme.racefile import RaceFile
from pacelight.timing import Passing, Verdict

LIEVIN = files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_text(encoding="utf-8")
DOCUMENTED = Path(__file__).resolve().parents[3] / "docs" / "reference" / "race-file.md"


def test_the_recording_of_lievin_is_what_was_run() -> None:
    race = RaceFile.parse(LIEVIN)
    assert (race.heat.event.code, race.distance.mm, race.heat.day) == ("MILEsh", 1_609_344, date(2025, 2, 13))
    assert race.eve == date(2025, 2, 12)
    assert (race.track.name, len(race.survey(Path()))) == ("short-200", 200)
    passings = [event for event in race.recording if isinstance(event, Passing)]
    mine = {(p.distance.mm, p.elapsed.ns // 10**6) for p in passings if p.bib == "1"}
    assert {(800_000, 112_550), (1_000_000, 140_490), (1_500_000, 209_630), (1_609_344, 225_140)} <= mine
    assert len([p for p in passings if p.distance == race.distance and p.official]) == 9
    official = {p.distance.mm for p in passings if p.bib == "1" and p.official}
    assert official == {1_500_000, 1_609_344}


def test_only_a_runner_with_splits_is_more_than_finish_only() -> None:
    race = RaceFile.parse(LIEVIN)
    assert [s.bib for s in race.heat.starters if not race.finish_only(s.bib)] == ["1"]


def test_of_a_race_that_is_yet_to_be_run_nobody_knows_who_will_have_no_splits() -> None:
    race = RaceFile.parse(LIEVIN.partition("[[recording")[0])
    assert [s.bib for s in race.heat.starters if race.finish_only(s.bib)] == []


def test_the_recording_is_in_order_of_time() -> None:
    elapsed = [event.elapsed for event in RaceFile.parse(LIEVIN).recording]
    assert elapsed == sorted(elapsed)


FINISH_OF_5 = '    { bib = "5", time = "3:54.10", source = "recording-lievin-2025" },\n'


@pytest.mark.parametrize(
    ("right", "wrong", "offence"),
    [
        ('{ bib = "9", time', '{ bib = "19", time', "bib 19 is not on the start list"),
        ('"14.07"', '"14,07"', r"bib 1: not a time: '14,07' \(write 14.07\)"),
        ("3:52.70", "3:75.10", r"bib 2: not a time: '3:75.10' \(seconds after a colon run from 00 to 59\)"),
        (
            'time = "3:29.63"',
            'time = "3:49.63"',
            r"bib 1: the split at 1609.344 m \(3:45.140\) is not later than the one at 1500",
        ),
        ('"MILEsh"', '"milesch"', "no event 'milesch' .nearest: MILEsh"),
        ('"NOR"', '"NRO"', "no nation 'NRO'"),
        ('nation = "NED"', 'nation = "HOL"', "no nation 'HOL'"),
        ("lamps = 200", "lamp = 200", "track: Object contains unknown field `lamp`"),
        ('bib = "1"', "bib = 1", r"runner\[0\].bib: Expected `str`, got `int`"),
        ('"video"', '"vido"', "bib 1: method 'vido' is none of photo, cell, transponder, hand, video"),
        ('sex = "men"', 'sex = "man"', "sex 'man' is none of men, women, mixed"),
        ('name = "short-200"', 'name = "short-201"', "no such track: 'short-201'"),
        ('"#19e36b"', '"green"', r"light\[0\].colour: Expected `str` matching regex"),
        ("[track]", "[track", "not a race file: Expected ']'"),
        ("pacelight.race/1", "pacelight.race/9", "schema 'pacelight.race/9' is not known here"),
        (FINISH_OF_5, "", "bib 5 neither finishes nor has a status"),
        ('bib = "2"\nathlete', 'bib = "1"\nathlete', "bib 1 stands twice on the start list"),
        ('source = "letsrun-2025-02"', 'source = "letsrun"', "source 'letsrun' is not among the sources"),
        ("day = 2025-02-13", "day = 2025-02-30", "not a race file"),
        ('distance = "1500 m"', 'distance = "1700 m"', "1700 m is beyond the finish at 1609.344 m"),
        ('kind = "record"', 'kind = "recrod"', r"light\[0\].plan"),
    ],
)
def test_what_is_wrong_is_refused_by_name(right: str, wrong: str, offence: str) -> None:
    assert right in LIEVIN
    with pytest.raises(PacelightError, match=offence) as refused:
        RaceFile.parse(LIEVIN.replace(right, wrong, 1))
    assert refused.value.exit_code == 2
    assert "\n" not in str(refused.value)


def test_two_lights_of_one_name_are_refused() -> None:
    light = LIEVIN[LIEVIN.index("[[light]]") : LIEVIN.index("[[runner]]")]
    with pytest.raises(RaceError, match="two lights are called 'WR'"):
        RaceFile.parse(LIEVIN.replace(light, light + light))


def test_a_refusal_of_a_file_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "race.toml"
    with pytest.raises(RaceError, match=r"no race file can be read at .*race.toml"):
        RaceFile.read(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(RaceError, match=r"race.toml is not a race file: it is not UTF-8 text"):
        RaceFile.read(path)
    path.write_text(LIEVIN.replace("3:52.70", "3:52"))
    RaceFile.read(path)
    path.write_text(LIEVIN.replace("3:52.70", "x"))
    with pytest.raises(RaceError, match=r"race.toml: bib 2: not a time: 'x'"):
        RaceFile.read(path)


def test_who_does_not_finish_has_a_status() -> None:
    verdict = (
        '[[recording.verdict]]\nbib = "5"\nstatus = "DNF"\ntime = "3:00"\nsource = "recording-lievin-2025"\n'
    )
    text = LIEVIN.replace(FINISH_OF_5, "").replace("[recording]\n", f"{verdict}\n[recording]\n")
    race = RaceFile.parse(text)
    (out,) = [event for event in race.recording if isinstance(event, Verdict)]
    assert (out.bib, out.status.value, out.elapsed) == ("5", "DNF", Elapsed(180 * 10**9))


def test_a_survey_beside_the_race_file_is_used(tmp_path: Path) -> None:
    survey = 'track = "short-200"\nlamps = 100\n[[points]]\nlamp = 0\nmetre = 0.0\n'
    (tmp_path / "hall.toml").write_text(survey)
    race = RaceFile.parse(LIEVIN.replace("lamps = 200", 'survey = "hall.toml"'))
    assert len(race.survey(tmp_path)) == 100
    (tmp_path / "hall.toml").write_text(survey.replace("short-200", "standard-400"))
    with pytest.raises(RaceError, match=r"hall.toml is a survey of standard-400, not of short-200"):
        race.survey(tmp_path)


def test_every_field_of_the_schema_is_documented() -> None:
    import msgspec

    from pacelight.meet.programme import racefile_schema

    text = DOCUMENTED.read_text(encoding="utf-8")
    for struct in vars(racefile_schema).values():
        if isinstance(struct, type) and issubclass(struct, msgspec.Struct):
            for field in msgspec.structs.fields(struct):
                assert f"`{field.encode_name}`" in text, (struct.__name__, field.encode_name)


def test_a_distance_is_read_exactly() -> None:
    race = RaceFile.parse(LIEVIN)
    assert race.distance == Distance.parse("mile")
