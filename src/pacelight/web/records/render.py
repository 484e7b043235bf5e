"""The pages of the desk, in words: what was typed stays, and what was wrong with it stands beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

from pacelight.meet.desk.roles import Role
from pacelight.records.checklist import UNTOLD
from pacelight.web.frame import environment
from pacelight.web.records.forms import LONGEST, Typed, named
from pacelight.web.records.rights import Task, may
from pacelight.web.rights.session import Session
from pacelight.web.words import day_text, number_text, says, spoken

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["Refusal", "Who", "templates"]


@dataclass(frozen=True, slots=True)
class Who:
    """Who looks at the desk.

    Attributes:
        session: of who is signed in; None of a spectator.
        can_sign_in: a code is taken here: what is sent cannot be read on the way.
    """

    session: Session | None = None
    can_sign_in: bool = False

    def may(self, task: str) -> bool:
        """Whether they may do that."""
        role = Role.SPECTATOR if self.session is None else self.session.role
        return may(role, Task(task))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a form was not taken, with all that was typed.

    Attributes:
        form: which: ``decide``, ``withdraw`` and which decision, ``attest`` and which condition.
        where: the field that is wrong; empty where it is none of them.
        message: identity of what is said of it; empty where ``text`` says it.
        told: what that message speaks of.
        text: in English, as the book says it.
        typed: as it came.
        asks_code: who sends it may sign in beside it.
    """

    form: str = ""
    where: str = ""
    message: str = ""
    told: Mapping[str, str | int | date] = field(default_factory=dict)
    text: str = ""
    typed: Typed = field(default_factory=dict)
    asks_code: bool = False

    def told_in(self, language: str) -> Mapping[str, str | int]:
        """What the message speaks of, its days as the language writes them."""
        return {
            name: day_text(language, one) if isinstance(one, date) else one for name, one in self.told.items()
        }

    def of(self, form: str, name: str, otherwise: str = "") -> str:
        """What stands in a field: what was typed there, or what it begins with."""
        return self.typed.get(name, otherwise) if form == self.form else otherwise


@cache
def templates() -> "Environment":
    """The templates of the desk."""
    made = environment("pacelight.web.records")
    made.filters["figure"] = spoken(number_text)
    made.globals |= {"known": says, "longest": LONGEST, "moment": _moment, "named": named, "untold": UNTOLD}
    return made


def _moment(at_s: int) -> str:
    """An instant, to the minute, in UTC."""
    return datetime.fromtimestamp(at_s, UTC).strftime("%Y-%m-%d %H:%M UTC")
