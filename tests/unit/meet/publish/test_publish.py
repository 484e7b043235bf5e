"""Publishing: whole files, the same again unless something changed, official ones provable."""

import json
import re
import stat
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from pacelight.errors import FormatError, JournalError, StoreError
from pacelight.mark import Mark
from pacelight.meet.journal import entries
from pacelight.meet.journal.file import proof, read
from pacelight.meet.publish import put as putting
from pacelight.meet.publish.page import index_page, race_page
from pacelight.meet.publish.published import FORMATS, formats_of, published
from pacelight.meet.publish.publisher import Publisher
from pacelight.meet.publish.put import put
from pacelight.meet.publish.session import proved, results_of
from pacelight.meet.publish.sheet import PENDING
from pacelight.meet.publish.states import STATES
from pacelight.meet.race import Command
from pacelight.timing import Status
from pacelight.timing.formats.lists.race_result import RaceResult, RecordRow, ResultRow
from pacelight.timing.formats.lists.results import read_results
from pacelight.web.words.speaker import Speaker

NAME = "lievin-2025-mile"
ENGLISH = Speaker("en")
TIED = ResultRow(name="Josh Kerr", bib="2", place=1, mark=Mark.parse("3:45.14"))
VOID = {"meta", "link", "br", "img"}


@pytest.fixture
def journal(evening: Callable[..., Any], tmp_path: Path) -> Path:
    return evening().write(tmp_path / "l.journal")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def written_at(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_a_journal_becomes_a_page_and_four_files_and_an_index(journal: Path, tmp_path: Path) -> None:
    states = Publisher([journal], tmp_path / "out", tuple(FORMATS), ENGLISH).publish()
    assert [one.name for one in states] == [
        f"{NAME}.html", f"{NAME}.csv", f"{NAME}.json", f"{NAME}.lif", f"{NAME}.wa.json", "index.html",
    ]  # fmt: skip
    assert {one.state for one in states} == {"written"}
    assert set(files(tmp_path / "out")) == {one.name for one in states}, "and nothing else, no half of a file"


def test_published_again_nothing_is_touched_and_the_same_journal_gives_the_same_bytes(
    journal: Path, tmp_path: Path
) -> None:
    publisher = Publisher([journal], tmp_path / "out", tuple(FORMATS), ENGLISH)
    publisher.publish()
    before, times = (
        files(tmp_path / "out"),
        {p.name: p.stat().st_mtime_ns for p in (tmp_path / "out").iterdir()},
    )
    assert {one.state for one in publisher.publish()} == {"unchanged"}
    assert files(tmp_path / "out") == before
    assert written_at(tmp_path / "out") == times
    Publisher([journal], tmp_path / "other", tuple(FORMATS), ENGLISH).publish()
    assert files(tmp_path / "other") == before


def test_all_formats_are_read_again_as_the_same_result(journal: Path, tmp_path: Path) -> None:
    from pacelight.timing.formats.lists.same import differences

    Publisher([journal], tmp_path / "out", tuple(FORMATS), ENGLISH).publish()
    whole = results_of(journal)
    for ending in (".csv", ".json", ".lif", ".wa.json"):
        name = f"{NAME}{ending}"
        assert differences(read_results((tmp_path / "out" / name).read_bytes(), name), whole) == (), name
    assert read_results((tmp_path / "out" / f"{NAME}.json").read_bytes(), "x") == whole


def test_an_official_result_is_proved_by_its_journal_and_by_no_other(
    journal: Path, evening: Callable[..., Any], appended: Callable[..., None], tmp_path: Path
) -> None:
    (result,) = results_of(journal)
    assert result.proof is not None
    assert (result.proof.lines, result.proof.link) == (len(read(journal)[0]), proof(journal).link)
    assert proved(journal, result.proof)
    appended(journal, [entries.Resumed("boot", None)])
    assert results_of(journal)[0].proof == result.proof, "lines that follow change nothing of it"
    other = evening(more=[entries.WindRead("+0.1")]).write(tmp_path / "other.journal")
    assert not proved(other, result.proof)


def test_what_stands_there_is_told_without_writing(
    journal: Path, appended: Callable[..., None], tmp_path: Path
) -> None:
    publisher = Publisher([journal], tmp_path / "out", ("csv", "json"), ENGLISH)
    assert [one.state for one in publisher.status()] == ["missing", "missing"]
    assert not (tmp_path / "out").exists()
    publisher.publish()
    assert [one.state for one in publisher.status()] == ["up to date", "up to date"]
    appended(journal, [entries.Commanded(Command.REOPEN, by="referee", role="director", reason="protest")])
    assert [one.state for one in publisher.status()] == ["old", "old"]


def test_a_damaged_journal_is_refused_and_no_file_is_written(journal: Path, tmp_path: Path) -> None:
    journal.write_bytes(
        journal.read_bytes().replace(b"3:45.14", b"3:44.14").replace(b'"bib":"2"', b'"bib":"3"')
    )
    with pytest.raises(JournalError, match="is damaged"):
        Publisher([journal], tmp_path / "out", ("csv",), ENGLISH).publish()
    assert not (tmp_path / "out").exists()


def test_a_line_that_is_being_written_is_waited_for(journal: Path) -> None:
    whole = journal.read_bytes()
    journal.write_bytes(whole[:-20])
    with pytest.raises(JournalError):
        results_of(journal)
    (found,) = results_of(journal, growing=True)
    assert found.official is False, "the line that made it official is not there yet"


def test_two_journals_are_one_session_and_two_races_of_one_name_are_refused(
    journal: Path, evening: Callable[..., Any], tmp_path: Path
) -> None:
    text = evening().text.replace('id = "lievin-2025-mile"', 'id = "again"')
    second = evening(text=text).write(tmp_path / "second.journal", official=False)
    Publisher([journal, second], tmp_path / "out", ("html",), ENGLISH).publish()
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'href="([^"]+)"', index) == [
        f"{NAME}.html",
        f"{NAME}.html",
        "again.html",
        "again.html",
    ]
    with pytest.raises(FormatError, match="two races are called 'lievin-2025-mile'"):
        Publisher([journal, journal], tmp_path / "out", ("csv",), ENGLISH).publish()


def test_a_disk_that_refuses_leaves_the_file_as_it_was_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    put(path, b"before")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(putting.os, "fsync", full)
    with pytest.raises(StoreError, match=r"a\.csv cannot be written: No space left on device"):
        put(path, b"after")
    assert files(tmp_path) == {"a.csv": b"before"}


def test_a_file_is_replaced_in_one_step_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert put(path, b"before")
    path.chmod(0o640)
    reader = path.open("rb")
    try:
        assert put(path, b"after, and longer")
        assert reader.read() == b"before", "who is reading has the whole file of before"
    finally:
        reader.close()
    assert path.read_bytes() == b"after, and longer"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert not put(path, b"after, and longer")


def test_a_symbolic_link_out_of_the_folder_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"mine")
    (tmp_path / "a.csv").symlink_to(tmp_path / "elsewhere")
    put(tmp_path / "a.csv", b"new")
    assert (tmp_path / "elsewhere").read_bytes() == b"mine"


class Checked(HTMLParser):
    """Every element closed in order, no script, nothing fetched from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "iframe", "object", "img", "link"}, tag
        assert not [name for name, _ in attrs if name.startswith("on")]
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)


def checked(page: bytes) -> Checked:
    found = Checked()
    found.feed(page.decode())
    found.close()
    assert found.open == []
    assert all(re.fullmatch(r"[\w.-]+", address) for address in found.addresses), found.addresses
    return found


def test_pages_are_whole_without_script_and_say_what_they_are(journal: Path) -> None:
    (result,) = results_of(journal)
    found = checked(race_page(result, ENGLISH, [("CSV", "a.csv")], "index.html"))
    text = " ".join(" ".join(found.text).split())
    assert "Official" in text
    assert "Unofficial" not in text
    assert "WR 1500sh 3:29.63" in text
    assert "pending ratification" in text
    assert result.proof is not None
    assert f"lines of the journal l.journal end in {result.proof.link}" in text
    assert "1500 m 3:29.63 13.56 photo finish, official" in text
    checked(index_page([(result, [("page", "a.html")])], ENGLISH))


def test_whatever_stands_in_a_name_is_text_on_a_page() -> None:
    evil = "<script>alert(\"1\")</script> & 'x' <b>"
    row = ResultRow(name=evil, bib="<1>", nation="NOR", place=1, mark=Mark.parse("3:45.14"), lane="<i>")
    out = ResultRow(name="Cam Myers", bib="3", status=Status.DQ, rule="<TR17>", laps_behind=1)
    result = RaceResult(
        rows=(row, TIED, out),
        race="x",
        title=evil,
        venue=evil,
        competition=evil,
        lights=(evil,),
        official=False,
    )
    for page in (race_page(result, ENGLISH), index_page([(result, [("page", "x.html")])], ENGLISH)):
        found = checked(page)
        assert b"<script" not in page
        assert evil in " ".join(found.text)
    text = " ".join(" ".join(checked(race_page(result, ENGLISH)).text).split())
    assert "Unofficial" in text
    assert "=1" in text
    assert "<TR17>" in text
    assert "1 lap behind" in text
    assert "Not official: the judges have not confirmed this result" in text


@pytest.mark.parametrize("form", list(FORMATS))
def test_every_format_says_that_a_result_is_unofficial(
    form: str, evening: Callable[..., Any], tmp_path: Path
) -> None:
    journal = evening().write(tmp_path / "l.journal", official=False)
    made = published(results_of(journal), (form,), ENGLISH)
    text = made[f"{NAME}{FORMATS[form][0]}"].decode().casefold()
    assert "unofficial" in text or json.loads(text)["official"] is False


def test_formats_are_asked_for_by_name() -> None:
    assert formats_of("lif, html") == ("html", "lif")
    with pytest.raises(FormatError, match=r"no format 'pdf' \(publish as html, csv, json, lif, wa\)"):
        formats_of("csv,pdf")
    with pytest.raises(FormatError, match="no format at all"):
        formats_of(" ,")


def test_the_file_for_finishlynx_of_the_evening(journal: Path) -> None:
    made = published(results_of(journal), ("lif",), ENGLISH)[f"{NAME}.lif"].decode().splitlines()
    assert made[0] == '1,1,1,"Men\'s mile, Liévin 2025",,,,,,1609.344,'
    assert made[2] == "2,2,,Stefan Nillessen,,NED,3:52.70,,7.56,,,,,,,,,,"


def test_a_race_without_anything_timed_is_published_too(evening: Callable[..., Any], tmp_path: Path) -> None:
    from pacelight.meet.journal.file import Journal

    writer = Journal.open(tmp_path / "l.journal")
    writer.append(evening().opened, unix_ns=1)
    writer.close()
    made = published(results_of(tmp_path / "l.journal"), tuple(FORMATS), ENGLISH)
    assert len(made) == len(FORMATS) + 1
    assert b"not yet called" in made[f"{NAME}.html"]
    assert replace(results_of(tmp_path / "l.journal")[0]).rows[0].place is None


PROGRAMS = ("csv", "json", "lif", "wa")


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (
            "nb",
            [
                "Offisielt",
                "13. feb. 2025",
                "1609,344 m",
                "WR 1500sh 3:29.63",
                "kandidat, venter på godkjenning",
            ],
        ),
        (
            "fr",
            [
                "Officiel",
                "13 févr. 2025",
                "1609,344 m",
                "WR 1500sh 3:29.63",
                "en attente d\N{RIGHT SINGLE QUOTATION MARK}homologation",
            ],
        ),
    ],
)
def test_a_page_is_in_the_language_asked_for_and_what_programs_read_in_none(
    journal: Path, code: str, says: list[str]
) -> None:
    results = results_of(journal)
    page = published(results, ("html",), Speaker(code))
    found = checked(page[f"{NAME}.html"])
    text = " ".join(" ".join(found.text).split())
    assert [one for one in says if one not in text] == []
    assert f'<html lang="{code}">'.encode() in page[f"{NAME}.html"]
    for english in ("Official", "Results", "Records", "Splits", "Timed by", "pending", "All races", "Proof"):
        assert not re.search(rf"\b{english}\b", text.replace("Records", "") if code == "fr" else text), (
            english
        )
    assert published(results, PROGRAMS, Speaker(code)) == published(results, PROGRAMS, ENGLISH)


@pytest.mark.parametrize("code", ["en", "nb", "fr"])
def test_every_state_of_a_race_and_of_a_record_has_its_word(code: str) -> None:
    for state in set(STATES.values()) - {"official"}:
        page = race_page(RaceResult(rows=(TIED,), race="x", state=state), Speaker(code)).decode()
        assert (f" · {state}" in page) is (code == "en"), state
    for status in (PENDING, "pending", "ratified", "rejected"):
        record = RecordRow(level="WR", scope="WORLD", code="MILE", mark="3:43.13", name="", status=status)
        page = race_page(RaceResult(rows=(TIED,), race="x", records=(record,)), Speaker(code)).decode()
        assert (f" · {status}" in page) is (code == "en"), status
