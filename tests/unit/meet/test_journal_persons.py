"""Names stand in no line of a journal; what is kept beside it says who the numbers are."""

import stat
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.meet.journal.entries import decoded
from pacelight.meet.journal.file import Journal, read, verify
from pacelight.meet.journal.identities import identities
from pacelight.meet.journal.persons import Persons
from pacelight.meet.live.replay import retell

TEXTS = st.text(alphabet="aAbB ⟦⟧1-\"\\'\né", max_size=30)


@given(texts=st.lists(TEXTS), names=st.lists(TEXTS.filter(lambda text: "⟦" not in text)))
def test_what_was_hidden_is_shown_again_byte_for_byte(texts: list[str], names: list[str]) -> None:
    persons = Persons()
    persons.learn(names)
    event = msgspec.json.encode({"texts": texts, "f": 0.1, "n": 2**63})
    assert persons.show(persons.hide(event)) == event


def test_no_name_and_no_key_of_a_runner_stands_in_a_journal(hall: Any) -> None:
    hall.play()
    text = hall.journal.read_text()
    runners = [decoded(line.event) for line in read(hall.journal)[0]]
    names = {name for entry in runners for name in identities(entry) if len(name) > 1}
    assert {"Jakob Ingebrigtsen", "nillessen-stefan", "Nuguse"} <= names
    assert [name for name in names if name in text] == []


def test_the_race_file_is_restored_byte_for_byte(hall: Any) -> None:
    hall.play()
    opened = decoded(read(hall.journal)[0][0].event)
    assert opened.race == hall.race.read_text()  # type: ignore[union-attr]


def test_what_is_kept_beside_it_is_its_owners_alone(hall: Any) -> None:
    hall.play()
    kept = hall.journal.with_name(f"{hall.journal.name}.names")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_without_it_the_journal_is_proved_and_replayed_with_numbers(hall: Any) -> None:
    hall.play()
    proved = verify(hall.journal)
    hall.journal.with_name(f"{hall.journal.name}.names").unlink()
    assert verify(hall.journal) == proved
    *_, (_, live) = retell(hall.journal)
    starter = live.race.heat.starter("1")
    assert starter.athlete.startswith("person-")
    assert live.results["1"].place == 1


def test_a_number_that_nobody_knows_any_more_is_not_given_again(tmp_path: Path) -> None:
    path = tmp_path / "race.journal"
    first = Journal.open(path)
    first.append({"by": "Somebody"}, unix_ns=1, persons=["Somebody"])
    first.close()
    path.with_name("race.journal.names").unlink()
    again = Journal.open(path)
    assert again.lines[0].event == b'{"by":"person-1"}'
    again.append({"by": "Another"}, unix_ns=2, persons=["Another"])
    again.close()
    assert [line.event for line in read(path)[0]] == [b'{"by":"person-1"}', b'{"by":"Another"}']
    assert '"⟦2⟧"' in path.read_text()


@pytest.mark.parametrize("torn", [b'[2,"Ano', b"[]", b"\xff"])
def test_a_line_of_names_that_broke_off_counts_for_nothing(tmp_path: Path, torn: bytes) -> None:
    path = tmp_path / "race.journal"
    first = Journal.open(path)
    first.append({"by": "Somebody"}, unix_ns=1, persons=["Somebody"])
    first.close()
    with path.with_name("race.journal.names").open("ab") as kept:
        kept.write(torn)
    again = Journal.open(path)
    again.append({"by": "Another"}, unix_ns=2, persons=["Another"])
    again.close()
    assert [line.event for line in read(path)[0]] == [b'{"by":"Somebody"}', b'{"by":"Another"}']
