"""A meet file gives whole race files, and what is wrong in it is told with its line and table."""

import re
from contextlib import closing
from datetime import time
from pathlib import Path

import pytest

from pacelight.book.asking.lists import Book
from pacelight.errors import RaceError
from pacelight.event import Level
from pacelight.meet.programme.at_stake import AtStake
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.programme.meetfile_schema import NumberFields
from pacelight.meet.programme.places import places_file, places_text
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.show.at_stake import at_stake

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "lievin-2025" / "meet.toml"
RECORDING = ROOT / "src" / "pacelight" / "recordings" / "lievin-2025-mile.toml"

HEAD = """\
schema = "pacelight.meet/1"
id = "lievin"
name = "Meeting of Liévin"
venue = "Liévin"
day = 2025-02-13

[track]
name = "short-200"
lamps = 200

[lamps]
brightness = 0.5
gaps = false
"""
RUNNER = (
    'runner = [{ bib = "1", athlete = "ingebrigtsen-jakob", name = "Jakob Ingebrigtsen", nation = "NOR" }]'
)
MILE = f'\n[[race]]\nid = "mile"\nevent = "MILEsh"\nsex = "men"\n{RUNNER}\n'
SECOND = f'\n[[race]]\nid = "three"\nevent = "3000sh"\nsex = "men"\n{RUNNER}\n'


def read(folder: Path, *parts: str) -> MeetFile:
    path = folder / "meet.toml"
    path.write_text("".join(parts), encoding="utf-8")
    return MeetFile.read(path)


def refused(folder: Path, *parts: str) -> str:
    with pytest.raises(RaceError) as caught:
        read(folder, *parts)
    message = str(caught.value)
    assert message.startswith(f"{folder / 'meet.toml'}: ")
    assert "\n" not in message
    return message.removeprefix(f"{folder / 'meet.toml'}: ")


def test_the_example_is_a_meet_and_its_race_has_all_that_the_meet_says_once() -> None:
    meet = MeetFile.read(EXAMPLE)
    (one,) = meet.races
    assert (one.at, one.number) == (time(20, 45), NumberFields(event=12, round=1, heat=1))
    assert one.stakes is not None
    assert [str(stake) for stake in one.stakes] == ["WR", "AR EUR", "NR NED", "NR IRL"]
    heat = one.race.heat
    assert (heat.venue, heat.day, heat.competition) == (meet.venue, meet.day, meet.name)
    assert [starter.bib for starter in heat.starters] == [str(bib) for bib in range(1, 10)]
    assert one.race.shine.levels.brightness == 0.8
    assert len(one.race.survey(one.folder)) == 200


def test_a_race_of_a_meet_reads_back_equal_from_its_own_text(tmp_path: Path) -> None:
    light = '\n[[race.light]]\nname = "WR"\ntail_m = 7\nplan = { kind = "even", mark = "3:46.63" }\n'
    (one,) = read(tmp_path, HEAD, MILE, light).races
    assert RaceFile.parse(one.race.text) == one.race
    assert one.race.lights[0].tail_m == 7


def test_what_a_race_says_of_its_lamps_replaces_field_by_field_what_the_meet_says(tmp_path: Path) -> None:
    first, second = read(tmp_path, HEAD, MILE, "lamps = { brightness = 1.0 }\n", SECOND).races
    assert (first.race.shine.levels.brightness, first.race.shine.gaps) == (1.0, False)
    assert (second.race.shine.levels.brightness, second.race.shine.gaps) == (0.5, False)


def test_a_race_file_is_taken_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "mile.toml").write_text(RECORDING.read_text("utf-8"), encoding="utf-8")
    (one,) = read(tmp_path, HEAD, '\n[[race]]\nid = "lievin-2025-mile"\nfile = "mile.toml"\n').races
    assert one.race.text == RECORDING.read_text("utf-8")
    assert (one.file, one.entries) == (tmp_path / "mile.toml", None)
    assert one.stakes is None


def test_runners_of_the_meet_replace_those_of_a_race_file_and_its_recording_is_held_to_them(
    tmp_path: Path,
) -> None:
    (tmp_path / "mile.toml").write_text(RECORDING.read_text("utf-8"), encoding="utf-8")
    said = refused(tmp_path, HEAD, f'\n[[race]]\nid = "lievin-2025-mile"\nfile = "mile.toml"\n{RUNNER}\n')
    assert said.startswith("line 15, [[race]] 1 'lievin-2025-mile': ")


def test_start_lists_and_transponders_come_from_files_beside(tmp_path: Path) -> None:
    (tmp_path / "mile.toml").write_text(
        f"[[runner]]\n{RUNNER[11:-2].replace(', ', chr(10))}", encoding="utf-8"
    )
    (tmp_path / "chips.csv").write_text("chip,bib\nAB1234,1\nCD5678,1\n", encoding="utf-8")
    timing = '\n[[timing]]\nname = "mylaps"\nurl = "mylaps://10.0.0.5:3097"\nchips = "chips.csv"\n'
    race = '\n[[race]]\nid = "mile"\nevent = "MILEsh"\nsex = "men"\nentries = "mile.toml"\n'
    meet = read(tmp_path, HEAD, timing, race)
    assert meet.races[0].race.runners[0].chips == ["AB1234", "CD5678"]
    assert (meet.races[0].file, meet.races[0].entries) == (None, tmp_path / "mile.toml")


def test_what_is_at_stake_of_a_meeting_and_a_venue_is_tonights(tmp_path: Path) -> None:
    (one,) = read(tmp_path, HEAD, MILE, 'stakes = ["MR", "FR", "NR NED", "MR Other"]\n').races
    assert one.stakes == (
        AtStake(Level.MR, "Meeting of Liévin"),
        AtStake(Level.FR, "Liévin"),
        AtStake(Level.NR, "NED"),
        AtStake(Level.MR, "Other"),
    )


def test_on_another_machine_the_book_and_the_journal_are_where_the_file_of_places_says(
    tmp_path: Path,
) -> None:
    places_file(tmp_path / "meet.toml").write_text(
        places_text({"/srv/book.sqlite": "book.sqlite", "/srv/meet.journal": "journals/meet.journal"})
    )
    where = 'book = "/srv/book.sqlite"\njournal = "/srv/meet.journal"\nspare = "/media/stick"\n'
    meet = read(tmp_path, where, HEAD, MILE)
    assert meet.book == str(tmp_path / "book.sqlite")
    assert meet.journal == tmp_path / "journals" / "meet.journal"
    assert meet.spare == Path("/media/stick")


def test_a_book_on_a_server_keeps_its_address(tmp_path: Path) -> None:
    address = "postgresql://pacelight@10.0.0.2/book"
    assert read(tmp_path, f'book = "{address}"\n', HEAD, MILE).book == address


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((HEAD.replace("day = 2025-02-13\n", ""), MILE), "day: is missing"),
        ((HEAD.replace("lamps = 200", 'lamps = "many"'), MILE), "line 7: track.lamps: Expected `int | null`"),
        ((HEAD.replace("gaps = false", "gasp = false"), MILE), "line 11: lamps.gasp: there is no such field"),
        ((HEAD.replace("meet/1", "meet/9"), MILE), "line 1: schema 'pacelight.meet/9' is not known here"),
        ((HEAD,), "no race is on the timetable"),
        (
            (HEAD, MILE, MILE.replace('"mile"', '"mile-b"')),
            "line 21, [[race]] 2 'mile-b': heat: 'mile' is the same event (tell them apart, as in heat = ",
        ),
        ((HEAD, "\n[race]\n"), "race: is a list of tables (write [[race]])"),
        ((HEAD, "\n[[race]\n"), "not a meet file: "),
        (
            (HEAD, MILE, SECOND.replace("three", "mile")),
            "line 21, [[race]] 2 'mile': id: two races are called",
        ),
        (
            (HEAD, MILE, "number = { event = 1 }\n", SECOND, "number = { event = 1, round = 1 }\n"),
            "line 22, [[race]] 2 'three': number: 'mile' has it too",
        ),
        ((HEAD, MILE.replace('sex = "men"\n', "")), "line 15, [[race]] 1 'mile': sex: is missing"),
        ((HEAD, MILE.replace('"men"', '"boys"')), "line 15, [[race]] 1 'mile': sex 'boys' is none of men"),
        ((HEAD, MILE.replace("MILEsh", "MIEL")), "line 15, [[race]] 1 'mile': "),
        ((HEAD, MILE.replace(RUNNER, "")), "line 15, [[race]] 1 'mile': nobody runs"),
        ((HEAD, MILE.replace(RUNNER, 'entries = "no.toml"')), "entries: no start list can be read at"),
        ((HEAD, MILE, 'entries = "no.toml"\n'), "the runners stand in [[race.runner]] too"),
        ((HEAD, MILE, 'stakes = ["NR"]\n'), "stakes: NR of whom?"),
        ((HEAD, MILE, 'stakes = ["XR"]\n'), "stakes: no level 'XR'"),
        ((HEAD, MILE, "at = 7\n"), "at: Expected"),
        ((HEAD, MILE, "lamps = { brightness = 7 }\n"), "lamps.brightness: a brightness of 7 is none"),
        ((HEAD, MILE, 'file = "mile.toml"\n'), "event: mile.toml says it (delete one of them)"),
        ((HEAD, '\n[[race]]\nid = "x"\nfile = "no.toml"\n'), "file: no race file can be read at"),
        (
            (HEAD, '\n[[timing]]\nname = "a"\nurl = "x"\n\n[[timing]]\nname = "a"\nurl = "y"\n', MILE),
            "line 19, [[timing]] 2 'a': name: two are called 'a'",
        ),
        (
            (HEAD, '\n[[timing]]\nname = "a"\nurl = "x"\nchips = "no.csv"\n', MILE),
            "line 15, [[timing]] 1 'a': chips: no list can be read",
        ),
        ((HEAD, '\n[[timing]]\nname = "a"\n', MILE), "line 15, [[timing]] 1 'a': url: is missing"),
    ],
)
def test_what_is_wrong_is_told_in_one_line_with_its_place(
    tmp_path: Path, parts: tuple[str, ...], said: str
) -> None:
    assert said in refused(tmp_path, *parts)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("AB,1,2\n", "line 1: a chip and a bib"),
        ("AB,1\nAB,2\n", "line 2: chip AB is worn by 1 too"),
        ("AB,\n", "line 1: a chip and a bib"),
    ],
)
def test_a_list_of_transponders_that_cannot_be_is_refused_with_its_line(
    tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "chips.csv").write_text(text, encoding="utf-8")
    timing = '\n[[timing]]\nname = "a"\nurl = "x"\nchips = "chips.csv"\n'
    assert said in refused(tmp_path, HEAD, timing, MILE)


def test_a_zone_that_is_none_is_refused_with_its_line(tmp_path: Path) -> None:
    head = HEAD.replace("day = ", 'zone = "Lievin"\nday = ')
    said = "line 5: zone: no time zone 'Lievin' (write it as in Europe/Paris, or +01:00)"
    assert refused(tmp_path, head, MILE) == said


def test_a_race_of_another_day_is_not_of_this_meet(tmp_path: Path) -> None:
    (tmp_path / "mile.toml").write_text(RECORDING.read_text("utf-8"), encoding="utf-8")
    head = HEAD.replace("2025-02-13", "2025-02-14")
    said = refused(tmp_path, head, '\n[[race]]\nid = "lievin-2025-mile"\nfile = "mile.toml"\n')
    assert "mile.toml is of 2025-02-13, the meet of 2025-02-14" in said


def test_a_race_is_found_by_its_id_and_the_first_without_one(tmp_path: Path) -> None:
    meet = read(tmp_path, HEAD, MILE, SECOND)
    assert [meet.race().race.id, meet.race("three").race.id] == ["mile", "three"]
    with pytest.raises(RaceError, match=re.escape("no race 'four' at this meet (there are mile, three)")):
        meet.race("four")


def test_no_file_and_no_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RaceError, match="no meet file can be read at"):
        MeetFile.read(tmp_path / "none.toml")
    (tmp_path / "meet.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(RaceError, match="it is not UTF-8 text"):
        MeetFile.read(tmp_path / "meet.toml")


HEATS = """\
event,round,heat,bib,name,nation,athlete,lane
12,1,1,1,Jakob Ingebrigtsen,NOR,ingebrigtsen-jakob,1
12,1,2,2,Stefan Nillessen,NED,nillessen-stefan,1
"""


def test_of_a_file_with_several_start_lists_the_one_with_the_number_of_the_race_is_taken(
    tmp_path: Path,
) -> None:
    (tmp_path / "heats.csv").write_text(HEATS, encoding="utf-8")
    race = MILE.replace(RUNNER, 'entries = "heats.csv"')
    (one,) = read(tmp_path, HEAD, race, "number = { event = 12, heat = 2 }\n").races
    assert [(runner.bib, runner.lane) for runner in one.race.runners] == [("2", "1")]
    assert "entries: heats.csv: it holds 2 start lists" in refused(tmp_path, HEAD, race)
    said = refused(tmp_path, HEAD, race, "number = { event = 12, heat = 3 }\n")
    assert "none of its 2 start lists is of event 12, round 1, heat 3" in said


ONE = """\
[[runner]]
bib = "1"
athlete = "ingebrigtsen-jakob"
name = "Jakob Ingebrigtsen"
nation = "NOR"
club = "Sandnes IL"
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("l.csv", "bib,name,nation,athlete,club\n1,Jakob Ingebrigtsen,NOR,ingebrigtsen-jakob,Sandnes IL\n"),
        (
            "l.toml",
            ONE,
        ),
    ],
)
def test_the_club_of_a_start_list_stands_in_the_race_that_the_journal_keeps(
    tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (one,) = read(tmp_path, HEAD, MILE.replace(RUNNER, f'entries = "{name}"')).races
    assert [runner.club for runner in one.race.runners] == ["Sandnes IL"]
    assert 'club = "Sandnes IL"' in one.race.text


def test_a_runner_whom_the_book_does_not_know_is_named_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "heats.csv").write_text(HEATS.replace("ingebrigtsen-jakob", ""), encoding="utf-8")
    race = MILE.replace(RUNNER, 'entries = "heats.csv"') + "number = { event = 12 }\n"
    assert "entries: heats.csv: 1: no key of the book (pacelight race startlist" in refused(
        tmp_path, HEAD, race
    )


def test_records_that_the_meet_file_names_are_told_of_as_in_reach_and_no_others(
    tmp_path: Path, eve_of_lievin: Path
) -> None:
    everything, some = (
        read(tmp_path, HEAD, MILE, stakes).races[0] for stakes in ("", 'stakes = ["WR", "NR NOR"]\n')
    )
    with closing(Book.open(eve_of_lievin)) as book:
        known = at_stake(everything.race, book, everything.stakes)
        told = at_stake(some.race, book, some.stakes)
    assert {(one.level, one.scope) for one in told} == {("WR", "WORLD"), ("NR", "NOR")}
    assert told == [one for one in known if one.level in {"WR", "NR"}]
    assert len(known) > len(told)
