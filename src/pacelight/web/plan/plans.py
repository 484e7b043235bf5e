"""The plans of an address; what cannot be is refused field by field."""

from collections.abc import Callable, Mapping
from datetime import date

from pacelight.book.model import NotKnown
from pacelight.errors import MarkError, PacelightError, PlanError, Refused
from pacelight.event import Level, Sex
from pacelight.mark import Mark
from pacelight.plan.pasted import points
from pacelight.plan.wanted import Wanted, at_standing, even_to, negative_to, runnable, through
from pacelight.web.plan.asked import KINDS, Look, Question, Wrong

__all__ = ["Plans"]


class Plans:
    """The plans of an address, as far as they can be.

    Args:
        given: what stands in it.
        look: asks the book; None where there is none.
    """

    def __init__(self, given: Mapping[str, str], look: Look | None) -> None:
        self.given = given
        self.look = look
        self.wrong: dict[str, Wrong] = {}

    def plan(self, before: str = "") -> Wanted | None:
        """A plan, where it is asked for and can be."""
        kind = self.given.get(f"{before}kind", "")
        if kind not in KINDS:
            if kind:
                self.wrong[f"{before}kind"] = Wrong("plan-wrong-kind")
            return None
        event = self.given.get("event", "")
        try:
            runnable(event)
        except PlanError:
            self.wrong["event"] = Wrong.echoing("plan-wrong-no-distance", event)
            return None
        except Refused as error:
            self.wrong["event"] = Wrong(text=str(error)) if event else Wrong("plan-wrong-event")
            return None
        made: Wanted | None = getattr(self, f"_{kind}")(before, event)
        return made

    def _even(self, before: str, event: str) -> Wanted | None:
        return self._to(f"{before}time", lambda time: even_to(event, time))

    def _negative(self, before: str, event: str) -> Wanted | None:
        gained = self.given.get(f"{before}faster", "")
        if self._to(f"{before}time", lambda time: even_to(event, time)) is None:
            return None
        name = f"{before}faster"
        if not gained:
            self.wrong[name] = Wrong("plan-wrong-no-faster")
            return None
        if not _is_time(gained):
            self.wrong[name] = Wrong.echoing("plan-wrong-faster", gained)
            return None
        try:
            return negative_to(event, self.given[f"{before}time"], gained)
        except Refused as error:
            self.wrong[name] = Wrong(text=str(error))
        return None

    def _to(self, name: str, make: Callable[[str], Wanted]) -> Wanted | None:
        time = self.given.get(name, "")
        if not time:
            self.wrong[name] = Wrong("plan-wrong-no-time")
            return None
        if not _is_time(time):
            self.wrong[name] = Wrong.echoing("plan-wrong-time", time)
            return None
        try:
            return make(time)
        except Refused as error:
            self.wrong[name] = Wrong(text=str(error))
        return None

    def _splits(self, before: str, event: str) -> Wanted | None:
        name = f"{before}points"
        text = self.given.get(name, "")
        if not text:
            self.wrong[name] = Wrong("plan-wrong-no-points")
            return None
        try:
            return through(event, points(text))
        except Refused as error:
            self.wrong[name] = Wrong(text=str(error))
        return None

    def _record(self, before: str, event: str) -> Wanted | None:
        level = self.given.get(f"{before}level", "WR").upper()
        if self.look is None:
            self.wrong[f"{before}kind"] = Wrong("plan-wrong-no-book")
            return None
        if level not in set(Level):
            self.wrong[f"{before}level"] = Wrong("plan-wrong-level")
            return None
        sex, text = self.given.get("sex", "men"), self.given.get(f"{before}as_of", "")
        if sex not in set(Sex):
            self.wrong["sex"] = Wrong("plan-wrong-sex")
            return None
        try:
            day = date.fromisoformat(text) if text else None
        except ValueError:
            self.wrong[f"{before}as_of"] = Wrong.echoing("plan-wrong-day", text)
            return None
        wanted = Question(
            event,
            Sex(sex),
            Level(level),
            self.given.get(f"{before}scope"),
            day,
            bool(self.given.get(f"{before}ratified")),
        )
        return self._found(before, wanted, self.look)

    def _found(self, before: str, wanted: Question, look: Look) -> Wanted | None:
        try:
            found, day = look(wanted)
        except Refused as error:
            self.wrong[f"{before}scope"] = Wrong(text=str(error))
            return None
        except PacelightError as error:
            self.wrong[f"{before}kind"] = Wrong(text=str(error))
            return None
        if isinstance(found, NotKnown):
            self.wrong[f"{before}level"] = Wrong(text=f"not known: {found.why}")
            return None
        return at_standing(found, day)


def _is_time(text: str) -> bool:
    """Whether it is written as a time, of whatever event."""
    try:
        Mark.parse(text)
    except MarkError:
        return False
    return True
