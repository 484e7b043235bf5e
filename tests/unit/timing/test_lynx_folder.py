"""A watched folder: whole files only, each once, and nothing taken back by a share that went away."""

import os
import select
import shutil
import threading
from contextlib import closing
from pathlib import Path

import pytest

from pacelight.mark import Mark
from pacelight.timing.formats.lif import read
from pacelight.timing.formats.lynx_file import of_day_ns, readings
from pacelight.timing.reading import Heard, HeatNamed, PageRead, Reading, WindRead
from pacelight.timing.simulators.lynx_saves import saves, start_files
from pacelight.timing.simulators.recorded import Recorded
from pacelight.timing.sources.address import listener
from pacelight.timing.sources.inotify import Closings
from pacelight.timing.sources.lynx_folder import LynxFolder
from pacelight.timing.sources.lynx_look import Look, ResultsFolder

S = 1_000_000_000
HEADER = "12,1,2,Mile,+0.6,m/s,,,,1609,20:11:54.4049\n"
NAME = "012-1-02.lif"


def row(place: str, bib: str, lane: str, time: str = "", splits: str = "") -> str:
    return f'{place},{bib},{lane},Muster,Ada,Club,{time},,,,"{splits}",,,,,,,,\n'


WHOLE = HEADER + row("1", "101", "3", "3:46.63") + row("", "102", "4")


class Looks:
    """A folder that is looked into, a quarter of a second apart."""

    def __init__(self, path: Path) -> None:
        self.path, self.folder, self.now_ns = path, ResultsFolder(path), S

    def save(self, text: str, name: str = NAME) -> None:
        (self.path / name).write_text(text, encoding="utf-8")

    def look(self, *closed: str, after_ns: int = S // 4) -> Look:
        self.now_ns += after_ns
        return self.folder.look(self.now_ns, closed)

    def twice(self) -> tuple[Reading, ...]:
        return self.look().readings + self.look().readings


@pytest.fixture
def looks(tmp_path: Path) -> Looks:
    return Looks(tmp_path)


def times(found: tuple[Reading, ...]) -> list[dict[str, str]]:
    return [
        {one.bib: str(one.time or one.word) for one in page.rows}
        for page in found
        if isinstance(page, PageRead)
    ]


def test_a_file_says_its_heat_the_wind_and_its_page() -> None:
    page = readings(read(WHOLE.encode()), NAME)
    assert page[:2] == (HeatNamed("12", "1", "2", "Mile"), WindRead("+0.6"))
    assert isinstance(page[2], PageRead)
    assert (page[2].source, page[2].of_day_ns, page[2].finish) == (NAME, 72_714_404_900_000, True)
    assert times(page) == [{"101": "3:46.63", "102": ""}]


def test_several_races_in_a_file_are_several_pages() -> None:
    text = HEADER + row("1", "1", "1", "50.00") + row("2", "2", "2", "51.00") + row("1", "3", "1", "49.00")
    pages = [one for one in readings(read(text.encode()), NAME) if isinstance(one, PageRead)]
    assert [page.source for page in pages] == [NAME, f"{NAME} race 2"]
    assert times(tuple(pages)) == [{"1": "50.00", "2": "51.00"}, {"3": "49.00"}]


def test_splits_and_words_are_carried_and_a_header_alone_is_an_empty_page() -> None:
    text = HEADER + row("aufg.", "7", "1", splits="56.39 (56.39),1:52.55 (56.16)")
    page = readings(read(text.encode()), NAME)[2]
    assert isinstance(page, PageRead)
    assert (page.rows[0].word, page.rows[0].splits) == ("aufg.", (Mark.parse("56.39"), Mark.parse("1:52.55")))
    assert times(readings(read(HEADER.encode()), NAME)) == [{}]


def test_a_number_that_is_no_place_is_a_word() -> None:
    page = readings(read((HEADER + row("9" * 30, "7", "1", "3:46.63")).encode()), NAME)[2]
    assert isinstance(page, PageRead)
    assert (page.rows[0].place, page.rows[0].word) == (None, "9" * 30)


@pytest.mark.parametrize(("text", "ns"), [("9:00:00", 9 * 3600 * S), ("", None), ("20:11", None)])
def test_time_of_day(text: str, ns: int | None) -> None:
    assert of_day_ns(text) == ns


def test_a_file_is_read_at_the_second_look_that_finds_it_unchanged(looks: Looks) -> None:
    looks.save(WHOLE)
    assert looks.look().readings == ()
    assert times(looks.look().readings) == [{"101": "3:46.63", "102": ""}]
    assert looks.look().readings == ()


def test_a_file_that_was_seen_being_closed_is_read_at_once(looks: Looks) -> None:
    looks.save(WHOLE)
    assert times(looks.look(NAME).readings) == [{"101": "3:46.63", "102": ""}]


def test_a_file_that_grows_waits(looks: Looks) -> None:
    for length in range(10, len(WHOLE), 40):
        looks.save(WHOLE[:length])
        assert looks.look().readings == ()
    looks.save(WHOLE)
    assert times(looks.twice()) == [{"101": "3:46.63", "102": ""}]


def test_a_torn_file_waits_for_its_last_line_and_says_so(looks: Looks) -> None:
    looks.save(WHOLE[:-5])
    assert looks.twice() == ()
    assert looks.look(NAME).why == f"{NAME} is still being written: its last line does not end"
    looks.save(WHOLE)
    assert times(looks.twice()) == [{"101": "3:46.63", "102": ""}]


def test_saved_again_it_says_nothing_and_changed_it_says_all(looks: Looks) -> None:
    looks.save(WHOLE)
    looks.twice()
    looks.save(WHOLE)
    os.utime(looks.path / NAME, ns=(1, 1))
    assert looks.twice() == ()
    looks.save(WHOLE.replace("3:46.63", "3:46.64"))
    assert times(looks.twice()) == [{"101": "3:46.64", "102": ""}]


def test_a_change_within_the_same_tick_of_the_disk_is_found_a_little_later(looks: Looks) -> None:
    looks.save(WHOLE)
    state = (looks.path / NAME).stat()
    looks.twice()
    with (looks.path / NAME).open("r+", encoding="utf-8") as file:
        file.write(WHOLE.replace("3:46.63", "3:46.64"))
    os.utime(looks.path / NAME, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert looks.look().readings == ()
    assert times(looks.look(after_ns=4 * S).readings) == [{"101": "3:46.64", "102": ""}]
    assert looks.look(after_ns=4 * S).readings == ()


def test_replaced_by_another_heat_it_names_that_one(looks: Looks) -> None:
    looks.save(WHOLE)
    looks.twice()
    looks.save(WHOLE.replace("12,1,2,Mile", "13,1,1,800 m"), "new")
    (looks.path / "new").replace(looks.path / NAME)
    assert HeatNamed("13", "1", "1", "800 m") in looks.twice()


def test_a_file_that_vanishes_takes_nothing_back_and_may_return(looks: Looks) -> None:
    looks.save(WHOLE)
    looks.twice()
    (looks.path / NAME).unlink()
    assert looks.look() == Look(why=f"{NAME} is gone: what it said stands")
    assert looks.look() == Look()
    looks.save(WHOLE)
    assert looks.twice() == ()
    looks.save(WHOLE.replace("3:46.63", "3:46.64"))
    assert times(looks.twice()) == [{"101": "3:46.64", "102": ""}]


def test_what_is_no_result_is_refused_once_and_read_when_it_is_one(looks: Looks) -> None:
    looks.save("no result\n")
    looks.look()
    told = looks.look()
    assert (told.readings, told.refused) == ((), 1)
    assert told.why.startswith(f"{NAME} line 1 is no FinishLynx header")
    assert looks.look().refused == 0
    looks.save(WHOLE)
    assert len(times(looks.twice())) == 1


def test_a_file_that_cannot_be_opened_is_tried_again(looks: Looks) -> None:
    (looks.path / NAME).symlink_to(looks.path / "elsewhere")
    assert looks.twice() == ()
    (looks.path / NAME).unlink()
    (looks.path / NAME).mkdir()
    looks.look()
    assert (looks.look().refused, looks.look().refused) == (1, 1)
    (looks.path / NAME).rmdir()
    looks.save(WHOLE)
    assert len(times(looks.twice())) == 1


def test_other_files_are_left_alone_and_the_ending_is_written_as_one_likes(looks: Looks) -> None:
    looks.save(WHOLE, "lynx.evt")
    looks.save(WHOLE, "A.LIF")
    assert [one.source for one in looks.twice() if isinstance(one, PageRead)] == ["A.LIF"]


def test_a_name_that_is_no_text_does_no_harm(looks: Looks) -> None:
    (looks.path / os.fsdecode(b"\xff.lif")).write_text(WHOLE, encoding="utf-8")
    (page,) = [one for one in looks.twice() if isinstance(one, PageRead)]
    assert page.source.encode("utf-8") == "\N{REPLACEMENT CHARACTER}.lif".encode()


def test_a_file_larger_than_any_result_is_refused(looks: Looks) -> None:
    looks.save(WHOLE + ";" * 1_000_000 + "\n")
    looks.look()
    assert "is larger than any result" in looks.look().why


def test_a_folder_that_is_not_there_is_lost_until_it_is(tmp_path: Path) -> None:
    looks = Looks(tmp_path / "share")
    lost = looks.look()
    assert (lost.lost, "is the folder shared and mounted?" in lost.why) == (True, True)
    looks.path.mkdir()
    looks.save(WHOLE)
    assert len(times(looks.twice())) == 1


def test_hundreds_of_files_are_taken_in_some_looks_each_once(looks: Looks) -> None:
    for number in range(450):
        looks.save(WHOLE, f"{number:04d}-1-01.lif")
    found = list(looks.look().readings)
    more = True
    while more:
        look = looks.look(after_ns=1)
        found += look.readings
        more = look.more
    assert len({one.source for one in found if isinstance(one, PageRead)}) == 450 == len(times(tuple(found)))


def heard_until(at: LynxFolder, pages: int) -> list[Heard]:
    heard: list[Heard] = []
    while sum(isinstance(one.reading, PageRead) for one in heard) < pages:
        assert select.select([at], [], [], 20)[0], at.statistics()
        heard += at.read(7)
    return heard


def test_the_listener_hands_out_what_simulated_saves_say(tmp_path: Path, race: Recorded) -> None:
    with closing(listener("results", f"lynx+folder://{tmp_path}")) as at:
        assert isinstance(at, LynxFolder)
        for save in saves(race):
            (tmp_path / save.name).write_bytes(save.data)
        heard = heard_until(at, 1)
        assert {(one.at_ns, one.source) for one in heard} == {(7, "results")}
        assert times(tuple(one.reading for one in heard))[-1] == {"1": "1:46.34", "2": "1:46.35", "3": "DNF"}
        told = at.statistics()
        assert (told.state, told.readings, at.wake_ns()) == (
            "connected",
            len(heard),
            None,
        )
        (tmp_path / "013-1-01.lif").write_text(WHOLE, encoding="utf-8")
        assert len(heard_until(at, 1)) == 3


def test_the_listener_finds_a_folder_that_comes_later(tmp_path: Path) -> None:
    with closing(LynxFolder("results", tmp_path / "share", 50)) as at:
        assert select.select([at], [], [], 20)[0]
        assert at.read(1) == ()
        assert at.statistics().state == "lost"
        (tmp_path / "share").mkdir()
        (tmp_path / "share" / NAME).write_text(WHOLE, encoding="utf-8")
        assert len(heard_until(at, 1)) == 3


def test_the_listener_says_that_a_folder_went_away_and_takes_it_up_again(tmp_path: Path) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    with closing(LynxFolder("results", folder, 50)) as at:
        (folder / NAME).write_text(WHOLE, encoding="utf-8")
        assert len(heard_until(at, 1)) == 3
        shutil.rmtree(folder)
        while at.statistics().state != "lost":
            assert select.select([at], [], [], 20)[0], at.statistics()
            assert at.read(8) == ()
        folder.mkdir()
        (folder / NAME).write_text(WHOLE.replace("3:46.63", "3:46.64"), encoding="utf-8")
        assert times(tuple(one.reading for one in heard_until(at, 1))) == [{"101": "3:46.64", "102": ""}]


def test_a_share_that_does_not_answer_is_lost_and_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, asked, now_ns = threading.Event(), threading.Event(), [S]

    def hang(*_: object) -> Look:
        asked.set()
        answers.wait(20)
        return Look()

    monkeypatch.setattr(ResultsFolder, "look", hang)
    with closing(LynxFolder("results", tmp_path, clock=lambda: now_ns[0])) as at:
        assert asked.wait(20)
        now_ns[0] += 9 * S
        assert (at.read(1), at.statistics().state) == ((), "waiting")
        now_ns[0] += 3 * S
        told = at.statistics()
        assert (told.state, told.why) == ("lost", f"{tmp_path} has not answered for 12 s")
        answers.set()


def test_files_that_were_closed_are_named_once(tmp_path: Path) -> None:
    closings = Closings(tmp_path)
    assert closings.names() == frozenset()
    (tmp_path / "a.lif").write_bytes(b"1")
    (tmp_path / "a.lif").rename(tmp_path / "Zürich 2.lif")
    assert select.select([closings], [], [], 20)[0]
    assert closings.names() == {"a.lif", "Zürich 2.lif"}
    assert closings.names() == frozenset()
    closings.close()
    with pytest.raises(FileNotFoundError):
        Closings(tmp_path / "nowhere")


def test_the_start_list_that_finishlynx_is_given_names_everybody(race: Recorded) -> None:
    files = start_files(race)
    assert sorted(files) == ["lynx.evt", "lynx.ppl", "lynx.sch"]
    assert files["lynx.evt"].splitlines()[:2] == [b"12,2,1,800 m,,,,,,800", b",1,4,,,"]
    assert files["lynx.sch"] == b"12,2,1\r\n"
