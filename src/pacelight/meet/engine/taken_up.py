"""What an engine runs that goes on with a journal: its file may be another one since, spoilt, or gone.

A race that was opened stands in the journal, whole. A meet is known by its id, not by what it says.
What is wrong with the file is an alarm, and never the end of a race.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pacelight.errors import OutputError, PacelightError, RaceError
from pacelight.meet.engine.planned import Device, Planned, devices_of, of_journal
from pacelight.meet.race import ON_TRACK

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book
    from pacelight.meet.engine.lit import Lit
    from pacelight.meet.engine.start import Orders
    from pacelight.meet.engine.timing import Timing
    from pacelight.meet.live.session import Session
    from pacelight.meet.programme.meetfile import MeetFile
    from pacelight.meet.show.lamps import Lamps

__all__ = ["Parts"]


@dataclass(slots=True)
class Parts:
    """With what an engine goes on, part by part: with what its orders say, or as it was.

    Attributes:
        orders: of the engine.
        fault: what is wrong with the race or meet file; empty where it is right.
        lasting: what of it was not taken up, and is not before the next start.
        place: of the book.
    """

    orders: "Orders"
    fault: str = ""
    lasting: list[str] = field(default_factory=list)
    place: "Path | str" = ""

    def __post_init__(self) -> None:
        self.place = self.orders.book

    @property
    def alarms(self) -> tuple[str, ...]:
        """All that is not right."""
        return (*filter(None, [self.fault]), *self.lasting)

    def races(self, session: "Session") -> Sequence[Planned]:
        """What may be run from now on.

        Args:
            session: the races of the journal.

        Raises:
            RaceError: it is the journal of others.
        """
        races, self.fault = _races_of(self.orders, session)
        return races

    def lamps(self, lit: "Lit", session: "Session") -> "Lamps":
        """Lamps for the race on the track; while one is on it, where they were when it was opened.

        Raises:
            OutputError, PlanError: they cannot be lit anywhere.
        """
        meet, on = self.orders.meet, session.on
        of_file = meet is not None and lit.output == meet.engine.output
        if of_file and on.state in ON_TRACK and lit.output not in {"", on.opened.target}:
            self.lasting.append(
                f"the meet file has another output, '{lit.output}': in mid-race the lamps stay as they are "
                "(start again when the race is over)"
            )
            lit.output = lit.said(on)
        try:
            return _put_on(lit, session)
        except OutputError as error:
            if not of_file:
                raise
            self.lasting.append(_next_start("the output", error))
            lit.output = lit.said(on)
            return _put_on(lit, session)

    def timing(self, listen: "Callable[[Sequence[Device]], Timing | None]") -> "Timing | None":
        """Who listens to timing systems: to those of the orders, or as the meet was last read.

        Args:
            listen: to these.

        Raises:
            PacelightError: one cannot be listened to, and that is not for the meet file.
        """
        try:
            return listen(self.orders.timing)
        except PacelightError as error:
            if self.orders.meet is None:
                raise
            self.lasting.append(_next_start("a timing system", error))
        from pacelight.meet.programme.meetfile_kept import kept_beside  # noqa: PLC0415  # seldom needed

        last = kept_beside(self.orders.journal)
        try:
            return listen((*(devices_of(last) if last is not None else ()), *self.orders.devices))
        except PacelightError:
            return listen(self.orders.devices)

    def book(self, open_book: "Callable[[Path | str], Book]", session: "Session") -> "Book":
        """The book of the orders; where that does not open, the one with which the race was opened.

        Raises:
            PacelightError: neither opens.
        """
        try:
            return open_book(self.orders.book)
        except PacelightError as error:
            last = session.on.opened.book
            if last == str(self.orders.book):
                raise
            self.lasting.append(_next_start("the book", error))
            self.place = last
            return open_book(last)


def _races_of(orders: "Orders", session: "Session") -> tuple[Sequence[Planned], str]:
    """What may be run from now on, and what is wrong with the file that says so; empty where it is right.

    Args:
        orders: of the engine.
        session: the races of its journal.

    Raises:
        RaceError: it is the journal of others.
    """
    if orders.meet is not None:
        races = orders.races
        _refuse_another_meet(orders.meet, orders.journal, session, races)
        return races, _meet_alarm(orders.fault)
    try:
        races = orders.races
    except PacelightError as error:
        return of_journal(session), _race_alarm(str(error))
    if {live.race.text for live in session.races.values()} & {one.race.text for one in races}:
        return races, ""
    on = session.on
    if on.state in ON_TRACK and on.race.id in {one.race.id for one in races}:
        return of_journal(session), _race_alarm(f"{orders.race} is another one since")
    raise RaceError(f"{orders.journal} is the journal of another race; name another --journal")


def _next_start(what: str, error: PacelightError) -> str:
    """The alarm for a part of a meet file that was not taken up."""
    line = " ".join(str(error).splitlines())
    return f"{what} of the meet file is not right, and stays as it was: {line} (mend it, then start again)"


def _put_on(lit: "Lit", session: "Session") -> "Lamps":
    """Lamps for the race on the track; the first one's are lit first: by these loops know one another."""
    lit.put_on(next(iter(session.races.values())))
    return lit.put_on(session.on)


def _refuse_another_meet(
    meet: "MeetFile", journal: Path, session: "Session", races: Sequence[Planned]
) -> None:
    from pacelight.meet.programme.meetfile_kept import id_beside  # noqa: PLC0415  # a race file goes without

    known = id_beside(journal)
    if known and known != meet.id:
        raise RaceError(
            f"{journal} is of the meet '{known}', and {meet.path} of '{meet.id}' "
            f'(write id = "{known}" there, or name another --journal)'
        )
    shared = {(live.race.id, live.race.heat.day) for live in session.races.values()}
    if not known and not shared & {(one.race.id, one.race.heat.day) for one in races}:
        raise RaceError(f"{journal} is the journal of another race; name another --journal")


def _meet_alarm(why: str) -> str:
    if not why:
        return ""
    return f"the meet file is not right, and the meet goes on as it was last read: {why} (mend it and reload)"


def _race_alarm(why: str) -> str:
    return f"the race file is not right, and the race goes on as it was opened: {why}"
