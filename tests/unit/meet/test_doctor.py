"""Rows in plain words: what is red says what to do, and what is red keeps a race from being armed."""

import os
import select
import socket
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import OutputError
from pacelight.lights.drivers.health import Health
from pacelight.lights.drivers.health import State as Reach
from pacelight.lights.drivers.port import ControllerStatistics, DriverStatistics
from pacelight.meet.bus.protocol import (
    ClocksShown,
    OtherShown,
    OutputShown,
    Snapshot,
    SourceShown,
    TroubleShown,
)
from pacelight.meet.doctor import Finding, Running, State, quick, reasons, worst
from pacelight.meet.doctor import machine as machines
from pacelight.meet.doctor import session as sessions
from pacelight.meet.doctor.devices import Asked, lamps_found, pages_found
from pacelight.meet.doctor.measured import lamps as lamps_edge
from pacelight.meet.doctor.measured import machine, session
from pacelight.meet.doctor.measured.timing import timing
from pacelight.meet.doctor.told import alarms_found, followers_found, sent_found, timing_found
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.programme.meetfile_schema import TimingFields
from pacelight.timing.formats.mylaps import MylapsMessage
from pacelight.timing.formats.mylaps import write as write_mylaps
from pacelight.timing.formats.times import of_day_text
from pacelight.timing.gun import first_words
from pacelight.timing.reading import Heard, Seen
from pacelight.timing.sources import Listener, ListenerStatistics
from pacelight.timing.sources.address import listener
from pacelight.timing.sources.tcp_host import TcpHost
from pacelight.track import Survey, track

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "lievin-2025" / "meet.toml"
SENT = DriverStatistics(10, 10, 1000, 0)
STATES = {State.GREEN: 0, State.AMBER: 1, State.RED: 2}


def controller(name: str, trouble: Reach = Reach.UP) -> ControllerStatistics:
    times = 0 if trouble is Reach.UP else 1
    return ControllerStatistics(SENT, Health(trouble, 5, 9, 0, times, 0, 113 * times), name, f"sacn://{name}")


def states(found: tuple[Finding, ...]) -> dict[str, State]:
    return {one.what: one.state for one in found}


def test_what_is_red_or_amber_says_what_to_do() -> None:
    with pytest.raises(ValueError, match="say what to do"):
        Finding("disk", State.RED, "it is full")
    with pytest.raises(ValueError, match="one line"):
        Finding("disk", State.GREEN, "two\nlines")


@given(st.lists(st.sampled_from(State)))
def test_the_worst_is_that_of_the_worst_row(rows: list[State]) -> None:
    found = [Finding("x", state, "words", "remedy") for state in rows]
    assert STATES[worst(found)] == max((STATES[state] for state in rows), default=0)
    assert len(reasons(found)) == rows.count(State.RED)


def test_an_engine_that_is_well_has_no_reason_not_to_arm() -> None:
    running = Running(
        controllers=[controller("bend 1"), controller("bend 2")],
        listeners={"finishlynx": ListenerStatistics("connected", 0, 1, 3, 0)},
        standbys=1,
        following=1,
        nodes=2,
        lighting=2,
    )
    found = quick(running, 10)
    assert set(states(found).values()) == {State.GREEN}
    assert reasons(found) == []
    assert list(states(found)) == [
        "light loop", "lamps", "survey", "journal", "book", "timing finishlynx", "standby", "light node",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("running", "reason"),
    [
        (Running(lit=False), "light loop: it does not run (start the engine again)"),
        (
            Running(controllers=[controller("bend 1", Reach.AWAY), controller("bend 2")]),
            "lamps bend 1: there is no way to it: No route to host (look at its power and its cable)",
        ),
        (
            Running(controllers=[controller("bend 1", Reach.REFUSING)]),
            "lamps bend 1: nobody listens there: No route to host (look at its power and its cable)",
        ),
        (
            Running(survey_faults=["lamp 7 is not known", "nor lamp 8"]),
            "survey: lamp 7 is not known, and 1 more (see all of it with: pacelight track check)",
        ),
        (Running(book="it is locked"), "book: it is locked (name the right file"),
        (
            Running(listeners={"omega": ListenerStatistics("lost", 0, 1, 3, 0, "Connection reset by peer")}),
            "timing omega: lost: Connection reset by peer (look at its cable and at its program)",
        ),
        (
            Running(listeners={"omega": ListenerStatistics("waiting", 0, None, 0, 0, "Connection refused")}),
            "timing omega: nothing was heard yet: Connection refused (see that it runs",
        ),
        (
            Running(listeners={"omega": ListenerStatistics("silent", 0, 1, 3, 0)}),
            "timing omega: silent (see that it runs",
        ),
        (Running(standbys=2, following=1), "standby: 1 of 2 follow (start the standby that is missing"),
        (Running(nodes=1), "light node: 0 of 1 follow (start the light node that is missing"),
    ],
)
def test_each_red_row_is_one_reason_not_to_arm(running: Running, reason: str) -> None:
    (said,) = reasons(quick(running, 10))
    assert said.startswith(reason)


def test_a_journal_that_goes_on_elsewhere_and_a_system_that_has_not_spoken_are_to_be_looked_at() -> None:
    listeners = {"omega": ListenerStatistics("waiting", 0, None, 0, 0)}
    found = quick(Running(sealed="No space left on device", listeners=listeners), 10)
    assert (states(found)["journal"], states(found)["timing omega"]) == (State.AMBER, State.AMBER)
    assert reasons(found) == []


def test_a_controller_that_came_back_is_well_again() -> None:
    back = ControllerStatistics(SENT, Health(Reach.AWAY, 1, 2, 3, 1, 0, 113), "bend 1")
    assert reasons(quick(Running(controllers=[back]), 3)) != []
    assert reasons(quick(Running(controllers=[back]), 5 * 10**9)) == []


@pytest.mark.parametrize(
    ("asked", "state"),
    [
        (Asked("a", "artnet://10.0.0.9", says="it answers"), State.GREEN),
        (Asked("a", "artnet://10.0.0.9"), State.RED),
        (Asked("a", "sacn://10.0.0.9", unknown="this protocol has no answer"), State.AMBER),
        (Asked("a", "wled://nobody", fault="cannot be found"), State.RED),
        (Asked("", "sim://"), State.AMBER),
    ],
)
def test_lamps_are_red_if_they_could_answer_and_do_not(asked: Asked, state: State) -> None:
    assert lamps_found(asked).state is state


@pytest.mark.parametrize(
    ("disk", "state"),
    [
        (machines.Disk("/", 5 * 10**9, 2.0), State.GREEN),
        (machines.Disk("/", 5 * 10**9, 80.0), State.AMBER),
        (machines.Disk("/", 10**8, 2.0), State.RED),
        (machines.Disk("/", fault="Permission denied"), State.RED),
    ],
)
def test_a_disk_is_judged_by_room_and_pace(disk: machines.Disk, state: State) -> None:
    assert machines.disk_found("journal", disk).state is state


@pytest.mark.parametrize(
    ("power", "state"),
    [
        (machines.Power(battery=False, percent=80), State.GREEN),
        (machines.Power(battery=True, percent=80), State.AMBER),
        (machines.Power(battery=True, percent=20), State.RED),
        (machines.Power(None), State.AMBER),
    ],
)
def test_power_is_judged_by_what_is_left(power: machines.Power, state: State) -> None:
    assert machines.power_found(power).state is state


def test_a_clock_that_nobody_holds_is_amber_and_says_that_the_race_does_not_need_it() -> None:
    assert (
        machines.clock_found(machines.Clock(synchronised=True, error_ms=3)).words
        == "it is held to others, to 3 ms"
    )
    assert machines.clock_found(machines.Clock(None)).state is State.AMBER
    assert "the race does not need it" in machines.clock_found(machines.Clock(synchronised=False)).words


@pytest.mark.parametrize(
    ("read", "state"),
    [
        (sessions.BookRead("b", "it is locked"), State.RED),
        (sessions.BookRead("b", "", 3, 9, date(2025, 2, 10), ["mile: light 'WR': not known"]), State.RED),
        (sessions.BookRead("b", "", 3, 9, date(2025, 2, 10), (), "it may not be written"), State.RED),
        (sessions.BookRead("b", "", 0, 1, None), State.AMBER),
        (sessions.BookRead("b", "", 3, 9, date(2024, 2, 10)), State.AMBER),
        (sessions.BookRead("b", "", 3, 9, date(2025, 2, 10)), State.GREEN),
    ],
)
def test_a_book_is_judged_by_what_it_knows_of_tonight(read: sessions.BookRead, state: State) -> None:
    assert sessions.book_as_of(read, date(2025, 2, 13)).state is state


def test_a_secret_that_others_may_read_is_red_with_the_command_that_mends_it(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("0" * 64)
    path.chmod(0o644)
    found = sessions.secret_found(str(path), *session.secret(path), needed=True)
    assert (found.state, found.remedy) == (State.RED, f"chmod 600 {path}")
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    assert sessions.secret_found(str(path), *session.secret(path), needed=True).state is State.GREEN
    path.write_text("short")
    assert sessions.secret_found(str(path), *session.secret(path), needed=True).state is State.RED
    assert sessions.secret_found("none", *session.secret(tmp_path / "none"), needed=True).state is State.RED
    assert sessions.secret_found("", None, "", needed=True).state is State.RED
    assert sessions.secret_found("", None, "", needed=False).state is State.GREEN


def test_sheets_and_pages_are_amber_where_a_person_must_look() -> None:
    papers = (([], ""), (None, ""), (["office"], ""), (None, "no"))
    assert [sessions.paper_found(*given).state for given in papers] == [
        State.AMBER, State.AMBER, State.GREEN, State.RED,
    ]  # fmt: skip
    assert pages_found((), answering=True).state is State.AMBER
    assert pages_found(("http://10.0.0.5:8370/",), answering=False).state is State.AMBER
    assert pages_found(("http://10.0.0.5:8370/",), answering=True).state is State.GREEN


def test_of_an_engine_those_controllers_are_red_that_it_does_not_reach() -> None:
    well = OutputShown(frames=5, late=0, lateness_p99_ms=0.1, target="", controllers=2)
    assert [one.state for one in sent_found(well)] == [State.GREEN]
    ill = OutputShown(
        frames=5, late=0, lateness_p99_ms=0.1, target="", controllers=2,
        troubled=[TroubleShown("bend 1", "away", 0, "No route to host")],
    )  # fmt: skip
    (found,) = sent_found(ill)
    assert (found.state, found.words) == (State.RED, "the engine finds it away: No route to host")


def test_a_machine_is_asked_and_nothing_of_it_is_left(tmp_path: Path) -> None:
    disk = machine.disk(tmp_path)
    assert disk.fault == ""
    assert disk.free_bytes > 0
    assert disk.sync_ms > 0
    assert list(tmp_path.iterdir()) == []
    assert machine.disk(tmp_path / "none").fault == "No such file or directory"
    before = os.sched_getscheduler(0)
    machine.may_run_first()
    assert os.sched_getscheduler(0) == before
    assert machine.clock().synchronised in {True, False, None}


def test_power_is_read_as_the_kernel_says_it(tmp_path: Path) -> None:
    def supply(name: str, **files: str) -> None:
        (tmp_path / name).mkdir()
        for file, text in files.items():
            (tmp_path / name / file).write_text(f"{text}\n")

    assert machine.power(tmp_path / "none").battery is None
    assert machine.power(tmp_path).battery is None
    supply("BAT0", type="Battery", capacity="73")
    assert machine.power(tmp_path) == machines.Power(battery=True, percent=73)
    supply("AC", type="Mains", online="0")
    assert machine.power(tmp_path) == machines.Power(battery=True, percent=73)
    (tmp_path / "AC" / "online").write_text("1\n")
    assert machine.power(tmp_path) == machines.Power(battery=False, percent=73)


def test_surveys_and_the_book_of_a_meet_are_read(eve_of_lievin: Path) -> None:
    meet = MeetFile.read(EXAMPLE)
    assert session.surveys(meet) == []
    assert [len(survey) for survey in session.whole_surveys(meet)] == [200]
    read = session.book(replace(meet, book=str(eve_of_lievin)))
    assert (read.fault, list(read.unknown)) == ("", [])
    assert read.lists > 10
    assert session.book(replace(meet, book="none.sqlite")).fault.startswith("no book at none.sqlite")


def test_a_serial_line_that_is_not_there_is_red_and_e131_is_to_be_seen(tmp_path: Path) -> None:
    survey = Survey.even_kerb(track("short-200"), 20)
    (line,) = lamps_edge.lamps([survey, survey], f"adalight://{tmp_path}/ttyUSB7", 0.1)
    assert line.fault == f"no serial line is at {tmp_path}/ttyUSB7"
    (e131,) = lamps_edge.lamps([survey, survey], "sacn://127.0.0.1", 0.1)
    assert lamps_found(e131).state is State.AMBER
    (none,) = lamps_edge.lamps([survey, survey], "", 0.1)
    assert lamps_found(none).words == "none are lit (sim://)"
    (wrong,) = lamps_edge.lamps([survey, survey], "e132://127.0.0.1", 0.1)
    assert lamps_found(wrong).state is State.RED


class Told:
    """A listener to whom a few readings came, and behind whom a real socket stands."""

    def __init__(self, name: str, readings: tuple[Heard, ...], state: str) -> None:
        self.name, self._readings, self._state = name, readings, state
        self._here, self._there = socket.socketpair()
        if readings:
            self._there.send(b".")

    def fileno(self) -> int:
        return self._here.fileno()

    def wake_ns(self) -> int | None:
        return None

    def read(self, now_ns: int) -> tuple[Heard, ...]:
        del now_ns
        given, self._readings = self._readings, ()
        return given

    def statistics(self) -> ListenerStatistics:
        return ListenerStatistics(self._state, 0, None if self._state == "waiting" else 1, 1, 0)

    def close(self) -> None:
        self._here.close()
        self._there.close()


def test_timing_systems_are_listened_to_until_each_has_spoken_and_their_clocks_are_compared() -> None:
    import time

    now_ns, of_day_ns = time.monotonic_ns(), _of_day_ns() + 250_000_000
    seen = Heard(now_ns, "omega", Seen("k", bib="1", now=True, of_day_ns=of_day_ns))
    shares: list[float] = []
    found = timing(
        [TimingFields(name="omega", url="omega://x"), TimingFields(name="wrong", url="y")],
        _opening({"omega": Told("omega", (seen,), "connected")}),
        60.0,
        shares.append,
    )
    assert [one.what for one in found] == ["timing wrong", "timing omega"]
    assert (found[0].state, found[0].words) == (State.RED, "no system is at y")
    assert found[1].state is State.GREEN
    offset_ms = int(found[1].words.partition("its clock is ")[2].partition(" ms")[0])
    assert abs(offset_ms - 250) < 200
    assert shares[-1] == 1.0


def test_the_clock_of_a_decoder_is_told_as_it_is_whatever_is_in_its_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One on a real socket, 2.5 s ahead: an old gun when it is connected, then somebody passes."""
    monkeypatch.setattr(first_words, "PAUSE_NS", 50_000_000)
    heard = listener("mats", "mylaps://127.0.0.1:0")
    assert isinstance(heard, TcpHost)
    ahead_ns = 2_500_000_000

    def say(ago_s: float, what: str) -> MylapsMessage:
        text = of_day_text(_of_day_ns() + ahead_ns - round(ago_s * 10**9), 3)
        told = {"Marker": f"mt=Gunshot|t={text}", "Passing": f"c=TAG|t={text}"}[what]
        return MylapsMessage("Finish", what, (told, f"{ago_s:g}"))

    decoder = socket.create_connection(("127.0.0.1", heard.port))
    with decoder, ThreadPoolExecutor(1) as beside:

        def speak() -> None:
            decoder.sendall(write_mylaps(MylapsMessage("Finish", "Pong")))
            decoder.recv(1000)  # it is welcome
            decoder.sendall(write_mylaps(say(1200, "Marker")))
            while not select.select([decoder], [], [], 0.1)[0] or decoder.recv(1000):
                decoder.sendall(write_mylaps(say(0, "Passing")))

        spoken = beside.submit(speak)
        (found,) = timing([TimingFields(name="mats", url="mylaps://x")], lambda _: heard, 60.0)
        with suppress(OSError):
            decoder.shutdown(socket.SHUT_RDWR)
        with suppress(OSError):
            spoken.result()
    assert found.state is State.GREEN
    offset_ms = int(found.words.partition("its clock is ")[2].partition(" ms")[0])
    assert 1000 <= offset_ms <= 2501  # a stamp is heard after it was made, and cut to a thousandth


def test_a_system_that_says_nothing_is_waited_for_no_longer_than_asked() -> None:
    (found,) = timing(
        [TimingFields(name="omega", url="x")], _opening({"omega": Told("omega", (), "waiting")}), 0.05
    )
    assert (found.state, found.words) == (State.AMBER, "nothing was heard yet")


def _opening(made: dict[str, Told]) -> Callable[[TimingFields], Listener]:
    def opening(fields: TimingFields) -> Listener:
        if fields.name not in made:
            raise OutputError(f"no system is at {fields.url}")
        return made[fields.name]

    return opening


def _of_day_ns() -> int:
    from datetime import datetime

    now = datetime.now().astimezone()
    return ((now.hour * 60 + now.minute) * 60 + now.second) * 10**9 + now.microsecond * 1000


@pytest.fixture
def snapshot() -> Snapshot:
    """Of an engine with no more in it than must be."""
    return Snapshot(
        schema="",
        seq=0,
        boot="",
        state="loaded",
        race=None,
        track=None,
        clock=None,  # type: ignore[arg-type]
        lights=[],
        runners=[],
        records=[],
        output=OutputShown(frames=0, late=0, lateness_p99_ms=0.0, target=""),
    )


@pytest.mark.parametrize(
    ("source", "state", "words"),
    [
        (
            SourceShown("omega", "connected", 12.0, 3.0, ""),
            State.GREEN,
            "the engine finds it connected, its clock is +12 ms against ours (to 3 ms)",
        ),
        (SourceShown("omega", "waiting", None, None, ""), State.AMBER, "the engine finds it waiting"),
        (
            SourceShown("omega", "lost", None, None, "it hung up"),
            State.RED,
            "the engine finds it lost: it hung up",
        ),
        (SourceShown("other", "connected", None, None, ""), State.RED, "the engine does not listen to it"),
    ],
)
def test_of_a_timing_system_a_running_engine_is_believed(
    snapshot: Snapshot, source: SourceShown, state: State, words: str
) -> None:
    found = timing_found("omega", msgspec.structs.replace(snapshot, sources=[source]))
    assert (found.state, found.words) == (state, words)


def test_what_an_engine_cries_out_is_red_but_for_its_timing_which_has_rows_of_its_own(
    snapshot: Snapshot,
) -> None:
    alarms = ["no disk takes the journal", "timing 'omega' is lost"]
    (found,) = alarms_found(msgspec.structs.replace(snapshot, alarms=alarms))
    assert (found.state, found.words) == (State.RED, "no disk takes the journal")


def test_who_was_promised_must_follow_and_hold_every_line(snapshot: Snapshot) -> None:
    one = OtherShown(
        name="spare",
        kind="standby",
        role="following",
        behind=0,
        offset_ms=None,
        error_ms=None,
        drift_ppm=None,
        age_s=0.1,
    )

    def state(*others: OtherShown) -> list[State]:
        told = msgspec.structs.replace(snapshot, clocks=ClocksShown(list(others)))
        return [found.state for found in followers_found(1, 0, told)]

    assert state(one) == [State.GREEN]
    assert state(msgspec.structs.replace(one, behind=3)) == [State.AMBER]
    assert state() == [State.RED]
    assert [found.state for found in followers_found(1, 1, None)] == [State.AMBER, State.AMBER]
    assert list(followers_found(0, 0, snapshot)) == []
