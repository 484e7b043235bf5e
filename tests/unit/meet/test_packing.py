"""A meet in one file: the same bytes for the same meet, whole or not at all, and a race goes on from it."""

import hashlib
import resource
import shutil
import sqlite3
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.model import Standing
from pacelight.errors import Failure, FormatError, JournalError, PacelightError, RaceError, Refused
from pacelight.event import Sex
from pacelight.meet.bus import Bus
from pacelight.meet.desk.requests import Arm, Check, Load, Request
from pacelight.meet.desk.roles import Role
from pacelight.meet.engine.engine import Engine
from pacelight.meet.engine.start import Orders, engine
from pacelight.meet.journal.chain import line_of
from pacelight.meet.journal.entries import Sealed
from pacelight.meet.journal.file import verify
from pacelight.meet.journal.named import names_of
from pacelight.meet.journal.segments import beside, gathered, keep_spare
from pacelight.meet.live.replay import retell
from pacelight.meet.packing.manifest import MANIFEST, Manifest, check_name, read_manifest
from pacelight.meet.packing.packing import pack
from pacelight.meet.packing.unpacking import unpack
from pacelight.meet.programme.meetfile import MeetFile

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "lievin-2025"

MEET = """\
schema = "pacelight.meet/1"
id = "lievin"
name = "Meeting of Liévin"
venue = "Liévin"
day = 2025-02-13
book = "book.sqlite"
journal = "race.journal"

[[race]]
id = "lievin-2025-mile"
file = "race.toml"
"""


@pytest.fixture
def meet(tmp_path: Path, eve_of_lievin: Path) -> MeetFile:
    """The example, with a book of its own."""
    folder = tmp_path / "here"
    shutil.copytree(EXAMPLE, folder)
    shutil.copy(eve_of_lievin, folder / "book.sqlite")
    return MeetFile.read(folder / "meet.toml")


def rewritten(pack: Path, to: Path, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> Path:
    """The archive with each file changed or left out; its manifest, too, if that is changed."""
    with zipfile.ZipFile(pack) as given, zipfile.ZipFile(to, "w") as made:
        for name in given.namelist():
            changed = change(name, given.read(name))
            if changed is not None:
                made.writestr(*changed)
    return to


def with_manifest(pack: Path, to: Path, **changes: Any) -> Path:
    def change(name: str, data: bytes) -> tuple[str, bytes]:
        if name != MANIFEST:
            return name, data
        return name, msgspec.json.encode({**msgspec.json.decode(data), **changes})

    return rewritten(pack, to, change)


def test_a_race_that_is_packed_on_its_way_goes_on_elsewhere_to_the_same_end(
    halls: Callable[[], Any], tmp_path: Path
) -> None:
    whole, broken = halls(), halls()
    whole.play()
    broken.die_at(20)
    (broken.folder / "meet.toml").write_text(MEET, encoding="utf-8")
    done = pack(MeetFile.read(broken.folder / "meet.toml"), tmp_path / "lievin.zip")
    assert done.manifest.journal is not None
    assert done.manifest.journal.lines == 20

    unpack(done.path, tmp_path / "spare")
    elsewhere = replace(
        broken, folder=tmp_path / "spare", race=tmp_path / "spare" / "race.toml", guns=[], stands=[], looks=[]
    )
    assert verify(elsewhere.journal) == (20, done.manifest.journal.link)
    told = elsewhere.play()
    assert told[-1]["type"] == "done"
    one, other = ([*retell(hall.journal)][-1][1] for hall in (whole, elsewhere))
    assert len(one.results) == 9
    assert one.results == other.results
    assert [record.label for record in one.records] == [record.label for record in other.records] != []
    for hall in (whole, elsewhere):
        with closing(Book.open(hall.book)) as book:
            record = book.record("MILEsh", Sex.MEN, as_of=date.fromisoformat(done.manifest.day))
            assert isinstance(record, Standing)
            assert str(record.mark) == "3:45.14"


def test_the_same_meet_gives_the_same_bytes_also_after_it_was_moved(meet: MeetFile, tmp_path: Path) -> None:
    first = pack(meet, tmp_path / "first.zip")
    again = pack(meet, tmp_path / "again.zip")
    unpack(first.path, tmp_path / "there")
    moved = pack(MeetFile.read(tmp_path / "there" / "meet.toml"), tmp_path / "moved.zip")
    assert first.sha256 == again.sha256 == moved.sha256
    assert first.path.read_bytes() == moved.path.read_bytes()


def test_what_is_unpacked_is_the_meet(meet: MeetFile, tmp_path: Path) -> None:
    done = pack(meet, tmp_path / "lievin.zip")
    shares: list[float] = []
    manifest = unpack(done.path, tmp_path / "there", progress=shares.append)
    assert manifest == done.manifest
    assert {one.role for one in manifest.files} == {"meet", "entries", "survey", "book"}
    assert (shares[-1], shares) == (1.0, sorted(shares))
    there = MeetFile.read(tmp_path / "there" / "meet.toml")
    assert [one.race.text for one in there.races] == [one.race.text for one in meet.races]
    with closing(Book.open(there.book)) as book:
        assert len(book.athletes()) > 100


def test_a_book_that_is_written_to_meanwhile_is_packed_as_it_was_at_one_instant(
    meet: MeetFile, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(meet.book, isolation_level=None)) as writing:
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("DELETE FROM coverage")
        done = pack(meet, tmp_path / "lievin.zip")
        writing.execute("COMMIT")
    unpack(done.path, tmp_path / "there")
    with closing(Book.open(tmp_path / "there" / "book.sqlite")) as book:
        assert len(book.coverage()) > 10


def test_book_and_journal_from_elsewhere_are_found_again(meet: MeetFile, tmp_path: Path, halls: Any) -> None:
    hall = halls()
    hall.die_at(5)
    text = meet.text.replace('"book.sqlite"', f'"{hall.book}"').replace('"meet.journal"', f'"{hall.journal}"')
    meet.path.write_text(text, encoding="utf-8")
    (meet.folder / "book.sqlite").unlink()
    pack(MeetFile.read(meet.path), tmp_path / "lievin.zip")
    unpack(tmp_path / "lievin.zip", tmp_path / "there")
    there = MeetFile.read(tmp_path / "there" / "meet.toml")
    assert there.text == text
    assert (there.book, there.journal) == (
        str(tmp_path / "there" / "book.sqlite"),
        tmp_path / "there" / "race.journal",
    )
    assert verify(there.journal) == verify(hall.journal)
    pack(there, tmp_path / "again.zip")
    unpack(tmp_path / "again.zip", tmp_path / "third")
    assert MeetFile.read(tmp_path / "third" / "meet.toml").journal == tmp_path / "third" / "race.journal"


def test_of_a_line_that_is_being_written_nothing_is_packed(
    meet: MeetFile, tmp_path: Path, halls: Any
) -> None:
    hall = halls()
    hall.die_at(5)
    shutil.copy(hall.journal, meet.journal)
    with meet.journal.open("ab") as journal:
        journal.write(b"0123abcd {half")
    done = pack(meet, tmp_path / "lievin.zip")
    assert done.unbelieved == 14
    unpack(done.path, tmp_path / "there")
    assert verify(tmp_path / "there" / "meet.journal")[0] == 5


def test_the_secret_stays_unless_it_is_asked_for_and_is_its_owners_alone_then(
    meet: MeetFile, tmp_path: Path
) -> None:
    (meet.folder / "secret").write_text("0" * 64)
    (meet.folder / "secret").chmod(0o600)
    meet.path.write_text(
        meet.text.replace('bus = ["bus"]', 'bus = ["bus"]\nsecret = "secret"'), encoding="utf-8"
    )
    guarded = MeetFile.read(meet.path)
    without = pack(guarded, tmp_path / "without.zip")
    assert without.left_out == ("the secret: carry it yourself, or pack it with --with-secret",)
    assert "secret" not in zipfile.ZipFile(without.path).namelist()
    pack(guarded, tmp_path / "with.zip", with_secret=True)
    unpack(tmp_path / "with.zip", tmp_path / "there")
    assert stat.S_IMODE((tmp_path / "there" / "secret").stat().st_mode) == 0o600


def test_a_book_on_a_server_is_left_out_and_said(meet: MeetFile, tmp_path: Path) -> None:
    done = pack(replace(meet, book="postgresql://pacelight@10.0.0.2/book"), tmp_path / "lievin.zip")
    assert done.left_out == ("the book is on a server: postgresql://pacelight@10.0.0.2/book",)
    assert {one.role for one in done.manifest.files} == {"meet", "entries", "survey"}


def test_what_does_not_lie_beside_the_meet_file_is_refused(meet: MeetFile, tmp_path: Path) -> None:
    (meet.folder / "lamps.toml").rename(tmp_path / "lamps.toml")
    meet.path.write_text(meet.text.replace('"lamps.toml"', '"../lamps.toml"'), encoding="utf-8")
    with pytest.raises(
        RaceError, match=r"lamps.toml does not lie beside meet.toml \(move it there, then pack\)"
    ):
        pack(MeetFile.read(meet.path), tmp_path / "lievin.zip")
    assert not (tmp_path / "lievin.zip").exists()


def test_a_name_that_not_every_machine_can_give_is_refused_when_packing(
    meet: MeetFile, tmp_path: Path
) -> None:
    (meet.folder / "mile.csv").rename(meet.folder / "mile: final.csv")
    meet.path.write_text(meet.text.replace('"mile.csv"', '"mile: final.csv"'), encoding="utf-8")
    with pytest.raises(RaceError, match="is no name on every machine"):
        pack(MeetFile.read(meet.path), tmp_path / "lievin.zip")


def test_an_earlier_pack_of_the_meet_is_replaced_and_nothing_else(meet: MeetFile, tmp_path: Path) -> None:
    pack(meet, tmp_path / "lievin.zip")
    pack(meet, tmp_path / "lievin.zip")
    with pytest.raises(RaceError, match="and is the meet 'lievin-2025'"):
        pack(replace(meet, id="other"), tmp_path / "lievin.zip")
    (tmp_path / "other.zip").write_text("mine")
    with pytest.raises(RaceError, match="is there, and is no packed meet"):
        pack(meet, tmp_path / "other.zip")
    assert (tmp_path / "other.zip").read_text() == "mine"


def test_where_it_cannot_be_written_nothing_is_left(meet: MeetFile, tmp_path: Path) -> None:
    with pytest.raises(Failure, match="cannot be written: No such file or directory"):
        pack(meet, tmp_path / "none" / "lievin.zip")
    with pytest.raises(Refused, match="no book is at"):
        pack(replace(meet, book=str(tmp_path / "none.sqlite")), tmp_path / "lievin.zip")
    assert [one.name for one in tmp_path.iterdir()] == ["here"]


def test_into_a_folder_that_holds_something_nothing_is_unpacked(meet: MeetFile, tmp_path: Path) -> None:
    pack(meet, tmp_path / "lievin.zip")
    (tmp_path / "empty").mkdir()
    unpack(tmp_path / "lievin.zip", tmp_path / "empty")
    with pytest.raises(RaceError, match="holds something"):
        unpack(tmp_path / "lievin.zip", tmp_path / "empty")
    with pytest.raises(RaceError, match="holds something"):
        unpack(tmp_path / "lievin.zip", tmp_path / "lievin.zip")
    with pytest.raises(Failure, match="nothing can be unpacked to"):
        unpack(tmp_path / "lievin.zip", tmp_path / "none" / "there")


def refused(file: Path, said: str, kind: type[Exception] = FormatError) -> None:
    """It is refused, and nothing of it is left anywhere."""
    before = sorted(file.parent.iterdir())
    with pytest.raises(kind, match=said):
        unpack(file, file.parent / "there")
    assert sorted(file.parent.iterdir()) == before


def test_a_byte_that_fell_over_is_found_out_wherever_it_is(meet: MeetFile, tmp_path: Path) -> None:
    whole = pack(meet, tmp_path / "lievin.zip").path.read_bytes()
    bad = tmp_path / "bad.zip"
    ends = len(whole)
    for at in (0, 10, 200, 900, 5_000, ends // 2, ends - 400, ends - 60, ends - 3):
        bad.write_bytes(whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :])
        try:
            manifest = unpack(bad, tmp_path / "there")
        except (FormatError, Failure):
            assert not (tmp_path / "there").exists()
        else:  # it said nothing that matters: what was unpacked is right all the same
            assert {one.name: one.sha256 for one in manifest.files} == sums(tmp_path / "there")
            shutil.rmtree(tmp_path / "there")


def sums(folder: Path) -> dict[str, str]:
    return {
        one.relative_to(folder).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in folder.rglob("*")
        if one.is_file()
    }


@pytest.mark.parametrize("at", [0.0, 0.01, 0.3, 0.9, 0.999])
def test_an_archive_that_breaks_off_is_refused(meet: MeetFile, tmp_path: Path, at: float) -> None:
    whole = pack(meet, tmp_path / "lievin.zip").path.read_bytes()
    (tmp_path / "bad.zip").write_bytes(whole[: int(len(whole) * at)])
    refused(tmp_path / "bad.zip", "is not a packed meet")


def test_other_archives_are_refused(meet: MeetFile, tmp_path: Path) -> None:
    good = pack(meet, tmp_path / "lievin.zip").path
    bad = tmp_path / "bad.zip"
    refused(
        rewritten(good, bad, lambda name, data: None if name == MANIFEST else (name, data)), "has no manifest"
    )
    refused(
        rewritten(good, bad, lambda name, data: None if name == "mile.csv" else (name, data)), "is damaged"
    )
    refused(
        rewritten(good, bad, lambda name, data: (name, data + b" " * (name == "mile.csv"))),
        "mile.csv is not as it was packed",
    )
    refused(
        rewritten(
            good,
            bad,
            lambda name, data: (name, data.replace(b"Jakob", b"Filip") if name == "mile.csv" else data),
        ),
        "mile.csv is not as it was packed",
    )
    refused(with_manifest(good, bad, schema="pacelight.pack/9"), "packed by another Pacelight")
    refused(with_manifest(good, bad, meet="none.toml"), "it lacks its meet file")
    with pytest.raises(Failure, match="no packed meet is at"):
        unpack(tmp_path / "none.zip", tmp_path / "there")


@pytest.mark.parametrize(
    "name",
    ["../evil", "/evil", "a/../../evil", "a//b", "./evil", "", "a\\b", "c:evil", "a\nb", "x/", "x" * 401],
)
def test_no_name_leads_out_of_the_folder(meet: MeetFile, tmp_path: Path, name: str) -> None:
    with pytest.raises(FormatError, match="is no name of a file in it"):
        check_name(name)
    good = pack(meet, tmp_path / "lievin.zip").path
    with zipfile.ZipFile(good) as archive:
        manifest = msgspec.json.decode(archive.read(MANIFEST))
    manifest["files"][0]["name"] = name
    refused(with_manifest(good, tmp_path / "bad.zip", files=manifest["files"]), "no name of a file in it")


def test_a_journal_that_was_cut_is_found_out_though_every_sum_is_right(
    meet: MeetFile, tmp_path: Path, halls: Any
) -> None:
    hall = halls()
    hall.die_at(5)
    shutil.copy(hall.journal, meet.journal)
    good = pack(meet, tmp_path / "lievin.zip")
    assert good.manifest.journal is not None
    journal = {**msgspec.to_builtins(good.manifest.journal), "lines": 6}
    refused(
        with_manifest(good.path, tmp_path / "bad.zip", journal=journal), "has 5 lines, and was packed with 6"
    )
    journal["name"] = "mile.csv"
    refused(with_manifest(good.path, tmp_path / "bad.zip", journal=journal), "is damaged", JournalError)


def test_two_files_of_one_name_are_refused() -> None:
    given = '{"schema":"pacelight.pack/1","id":"a","name":"a","day":"","meet":"a","version":"1","files":[%s]}'
    one = '{"name":"%s","role":"meet","size":0,"sha256":"' + "0" * 64 + '"}'
    assert isinstance(read_manifest((given % (one % "a")).encode()), Manifest)
    with pytest.raises(FormatError, match="two of its files have the same name"):
        read_manifest((given % f"{one % 'a'},{one % 'A'}").encode())


TWO = (
    MEET.replace('"race.journal"', '"meet.journal"')
    + """
[[race]]
id = "second"
event = "MILEsh"
sex = "men"
heat = "B"
entries = "mile.csv"

[[race.light]]
name = "even"
plan = { kind = "even", mark = "3:50.00" }
"""
)


@contextmanager
def running(hall: Any, meet: MeetFile) -> Iterator[Engine]:
    """The engine of a meet, on the clock and the lamps of the hall."""
    orders = Orders(meet.path, meet.book, meet.journal, "sim://", Fraction(1), meet=meet)
    with engine(
        orders, lambda _told, _live: None, pytest.fail, clock=hall.clock, lighting=hall.lighting
    ) as made:
        yield made


def test_a_meet_is_packed_after_its_first_race_and_goes_on_elsewhere_with_the_second(
    hall: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Bus, "turn", hall._turn)
    (hall.folder / "meet.toml").write_text(TWO, encoding="utf-8")
    shutil.copy(EXAMPLE / "mile.csv", hall.folder / "mile.csv")
    with running(hall, MeetFile.read(hall.folder / "meet.toml")) as here:
        here.run(0.0)
        assert here.session.on.done
    first = [*retell(hall.folder / "meet.journal")][-1][1]

    done = pack(MeetFile.read(hall.folder / "meet.toml"), tmp_path / "lievin.zip")
    unpack(done.path, tmp_path / "spare")
    shutil.rmtree(hall.folder)
    with running(hall, MeetFile.read(tmp_path / "spare" / "meet.toml")) as there:
        assert there.session.on.results == first.results
        load = Request("k", "second", by="timing desk", role=Role.DIRECTOR, do=Load(), seen=0, client="desk")
        assert there.front.decide(there, load).why == []
        assert there.ask(Check())
        assert there.ask(Arm())
        assert (there.session.on.race.id, there.session.on.state) == ("second", "armed")
        assert [light.asked.mark.text for light in there.session.on.lights] == ["3:50.00"]
        assert there.session.races["lievin-2025-mile"].results == first.results
    lines, _ = verify(tmp_path / "spare" / "meet.journal")
    assert done.manifest.journal is not None
    assert lines > done.manifest.journal.lines


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """The system takes no more bytes of any file, as a disk that is full takes none."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.faults
@pytest.mark.parametrize("room", [0, 1_000, 20_000])
def test_where_the_disk_takes_no_more_nothing_half_is_left(meet: MeetFile, tmp_path: Path, room: int) -> None:
    pack(meet, tmp_path / "lievin.zip")
    (tmp_path / "old.zip").write_bytes((tmp_path / "lievin.zip").read_bytes())
    before = {one.name for one in tmp_path.iterdir()}
    with no_file_longer_than(room), pytest.raises(PacelightError):
        pack(meet, tmp_path / "lievin.zip")
    with no_file_longer_than(room), pytest.raises(Failure, match="there cannot be written: File too large"):
        unpack(tmp_path / "lievin.zip", tmp_path / "there")
    assert {one.name for one in tmp_path.iterdir()} == before
    assert (tmp_path / "lievin.zip").read_bytes() == (tmp_path / "old.zip").read_bytes()


def test_the_names_file_goes_with_the_journal_and_is_its_owners_alone(hall: Any, tmp_path: Path) -> None:
    hall.die_at(8)
    names = names_of(hall.journal)
    assert names.exists()
    (hall.folder / "meet.toml").write_text(MEET, encoding="utf-8")
    done = pack(MeetFile.read(hall.folder / "meet.toml"), tmp_path / "lievin.zip")
    assert [one.name for one in done.manifest.files if one.role == "names"] == ["race.journal.names"]
    unpack(done.path, tmp_path / "there")
    there = names_of(tmp_path / "there" / "race.journal")
    assert there.read_bytes() == names.read_bytes()
    assert stat.S_IMODE(there.stat().st_mode) == 0o600
    (told, live) = next(iter(retell(tmp_path / "there" / "race.journal")))
    assert told.kind == "race"
    assert live.race.heat.starter("1").athlete == "Jakob Ingebrigtsen"


def test_a_journal_that_went_on_elsewhere_is_whole_again_after_unpacking(hall: Any, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    hall.die_at(8)
    keep_spare(hall.journal, tmp_path / "stick")
    segments, _ = gathered(hall.journal)
    first = segments[0]
    following = beside(hall.journal, first.links[1], tmp_path / "stick")
    line = line_of(9, first.links[-1], 5, msgspec.json.encode(Sealed(str(following), "it is full")))
    following.write_bytes(line)
    assert verify(hall.journal)[0] == 9
    (hall.folder / "meet.toml").write_text(MEET, encoding="utf-8")
    done = pack(MeetFile.read(hall.folder / "meet.toml"), tmp_path / "lievin.zip")
    assert [one.role for one in done.manifest.files].count("journal") == 2
    unpack(done.path, tmp_path / "there")
    assert verify(tmp_path / "there" / "race.journal") == verify(hall.journal)
