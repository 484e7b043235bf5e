"""Runners put into a race file: they, and nothing else."""

import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import RaceError
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.racefile_entries import rewritten, runner_of, runners_of
from pacelight.meet.programme.racefile_schema import RunnerFields
from pacelight.timing import Status
from pacelight.timing.formats.lists.entrant import Entrant, StartList, clean

WHOLE = files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_text(encoding="utf-8")
HEAD = WHOLE[: WHOLE.index("[[runner]]")]
NUGUSE = RunnerFields(
    bib="101", athlete="nuguse-yared", name="Yared Nuguse", nation="USA", lane="4", chips=["AA"]
)
KERR = RunnerFields(bib="102", athlete="kerr-josh", name="Josh Kerr", nation="GBR")


def test_the_runners_are_others_and_every_comment_and_table_stays() -> None:
    old = '[[runner]]\nbib = "1"\nathlete = "a"\nname = "A"\nnation = "NOR"\n'
    text = f"{HEAD}# the start list\n{old}\n# lamps\n[lamps]\nbrightness = 0.5\n"
    made = rewritten(text, [NUGUSE, KERR])
    assert made == (
        f"{HEAD}# the start list\n\n"
        '[[runner]]\nbib = "101"\nathlete = "nuguse-yared"\nname = "Yared Nuguse"\nnation = "USA"\n'
        'lane = "4"\nchips = ["AA"]\n\n'
        '[[runner]]\nbib = "102"\nathlete = "kerr-josh"\nname = "Josh Kerr"\nnation = "GBR"\n\n'
        "# lamps\n[lamps]\nbrightness = 0.5\n"
    )
    race = RaceFile.parse(made)
    assert [(one.bib, one.lane, one.chips) for one in race.runners] == [
        ("101", "4", ["AA"]),
        ("102", None, []),
    ]


def test_a_file_without_runners_gets_them_before_what_happened() -> None:
    recording = '[recording]\n\n[[recording.finish]]\nbib = "101"\n'
    made = rewritten(HEAD + recording, [NUGUSE])
    assert made.index("[[runner]]") < made.index("[recording]")
    assert list(tomllib.loads(made)["runner"][0]) == ["bib", "athlete", "name", "nation", "lane", "chips"]


def test_written_twice_it_is_the_same() -> None:
    made = rewritten(WHOLE, [NUGUSE, KERR])
    assert rewritten(made, [NUGUSE, KERR]) == made


def test_runners_that_are_no_tables_of_their_own_are_refused() -> None:
    text = 'runner = [{ bib = "1", athlete = "a", name = "A", nation = "NOR" }]\n' + HEAD
    with pytest.raises(RaceError, match=r"write them as tables \[\[runner\]\]|not a race file"):
        rewritten(text, [NUGUSE])


def test_a_text_that_looks_like_a_table_within_quotes_is_refused_rather_than_broken() -> None:
    text = HEAD.replace('venue = "Liévin"', 'venue = """\n[[runner]]\nLiévin"""')
    with pytest.raises(RaceError):
        rewritten(text, [NUGUSE])


any_name = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).map(clean).filter(bool)


@given(any_name, any_name, any_name, st.none() | any_name)
def test_whatever_stands_in_a_name_a_number_or_a_chip_is_read_again(
    name: str, bib: str, chip: str, say: str | None
) -> None:
    runner = RunnerFields(bib=bib, athlete="a", name=name, nation="NOR", chips=[chip], say=say)
    assert RaceFile.parse(rewritten(HEAD, [runner])).runners == (runner,)


def test_runners_of_a_list_need_a_number_a_nation_and_a_key() -> None:
    whole = Entrant(
        name="Yared Nuguse", bib="101", nation="USA", athlete="nuguse-yared", lane="4", chips=("AA",)
    )
    gone = Entrant(name="Cam Myers", bib="103", status=Status.DNS)
    assert runners_of(StartList(entrants=(whole, gone))) == [NUGUSE]
    for one, offence in (
        (Entrant(name="Josh Kerr"), "Josh Kerr: no number to wear"),
        (Entrant(bib="7"), "7: no name"),
        (Entrant(bib="7", name="Josh Kerr"), "7: no nation"),
        (
            Entrant(bib="7", name="Josh Kerr", nation="GBR"),
            r"7: no key of the book \(pacelight race startlist",
        ),
        (Entrant(bib="7", name="Josh Kerr", nation="GBR", athlete="Josh Kerr"), "7 Josh Kerr: "),
    ):
        with pytest.raises(RaceError, match=offence):
            runners_of(StartList(entrants=(one,)))


def test_how_a_name_is_said_stands_in_the_list_or_stays_as_it_was() -> None:
    one = Entrant(name="Josh Kerr", bib="7")
    assert runner_of(one, "kerr-josh", "GBR").say is None
    assert runner_of(one, "kerr-josh", "GBR", "josh KUR").say == "josh KUR"
    assert runner_of(replace(one, say="josh KERR"), "kerr-josh", "GBR", "josh KUR").say == "josh KERR"
    with pytest.raises(RaceError, match="runner"):
        RaceFile.parse(rewritten(HEAD, [NUGUSE]).replace('lane = "4"', 'say = ""'))


def test_a_chip_on_two_runners_is_refused() -> None:
    other = RunnerFields(bib="102", athlete="kerr-josh", name="Josh Kerr", nation="GBR", chips=["AA"])
    with pytest.raises(RaceError, match="bib 102: chip AA is worn by bib 101 too"):
        RaceFile.parse(rewritten(HEAD, [NUGUSE, other]))
