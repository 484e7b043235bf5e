"""The lamps of whichever race is on the track: lit once, and painted anew when another race or plan is."""

from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from pacelight.errors import OutputError
from pacelight.meet.programme.outputs import target_of
from pacelight.meet.programme.surveys import survey_of

if TYPE_CHECKING:
    from types import TracebackType

    from pacelight.meet.live.live import Live
    from pacelight.meet.show.lamps import Lamps, Lighting
    from pacelight.track import Survey

__all__ = ["Lit"]


@dataclass(slots=True)
class Lit:
    """Lamps, and the race whose lights they show; they are there while the context lasts.

    Attributes:
        lighting: makes the lamps of a race.
        output: where frames are sent; empty for where the race says.
    """

    lighting: "Lighting"
    output: str
    _lamps: "Lamps | None" = None
    _survey: "Survey | None" = None
    _shown: object = None
    _kept: str | None = None
    _made: "AbstractContextManager[Lamps] | None" = None
    _stack: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: "TracebackType | None"
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    @property
    def lamps(self) -> "Lamps | None":
        """None before a race is known."""
        return self._lamps

    @property
    def survey(self) -> "Survey":
        """Of the race whose lights are shown.

        Raises:
            OutputError: none is.
        """
        if self._survey is None:
            raise OutputError("no race is loaded, so nobody knows where its lamps are")
        return self._survey

    def put_on(self, live: "Live", survey: "Survey | None" = None) -> "Lamps":
        """The lamps with the lights of this race, as they are planned now.

        Args:
            live: the race on the track.
            survey: where its lamps are, if that was read already.

        Raises:
            OutputError, PlanError: they cannot be shown there.
        """
        shown = (live.race.id, live.opened.survey, live.lights)
        if self._lamps is not None and shown == self._shown:
            return self._lamps
        found = survey or survey_of(live.race, live.opened.survey)
        if self._lamps is None or not self._repainted(self._lamps, live, found):
            self._light(live, found)
        self._shown, self._kept, self._survey = shown, live.opened.survey, found
        assert self._lamps is not None  # noqa: S101 - lit just now
        return self._lamps

    def _repainted(self, lamps: "Lamps", live: "Live", survey: "Survey") -> bool:
        """Whether the lamps are the same still, and show the lights of this race now."""
        if live.opened.survey != self._kept:
            return False
        try:
            lamps.repaint(live, survey)
        except OutputError:
            return False
        return True

    def check(self, live: "Live", survey: "Survey") -> None:
        """Make sure that its lights can be shown, before anything is written or lit.

        Raises:
            OutputError, PlanError: they cannot.
        """
        self._made = self.lighting(live, survey, self.output or _said(live, survey))

    @staticmethod
    def said(live: "Live") -> str:
        """Where a race says that its lamps are; empty where its survey says so.

        Raises:
            SurveyError: its survey is none.
        """
        return _said(live, survey_of(live.race, live.opened.survey))

    def _light(self, live: "Live", survey: "Survey") -> None:
        self._stack.close()
        if self._made is None:
            self.check(live, survey)
        made, self._made = self._made, None
        assert made is not None  # noqa: S101 - made just now
        self._lamps = self._stack.enter_context(made)


def _said(live: "Live", survey: "Survey") -> str:
    """Where the race says that its lamps are; empty where its survey says so."""
    target = live.opened.target
    return "" if target == target_of(survey, "") else target
