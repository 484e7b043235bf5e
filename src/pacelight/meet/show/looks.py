"""What the lamps of a race show, and when: one table over the states of the race.

Pure: it follows from what is known of the race and from the instant, so that whoever takes a race over
shows the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from pacelight.distance import Distance
from pacelight.lights.canvas.way import Way
from pacelight.lights.look.model import Look, Name
from pacelight.lights.loop.orders import Dark, Fading, Hold, Order, Run, Several, Show, Stand
from pacelight.meet.programme.shine import Shine
from pacelight.meet.race import State

if TYPE_CHECKING:
    from pacelight.meet.clock import RaceClock
    from pacelight.meet.live.live import Live
    from pacelight.meet.programme.course import Course

__all__ = ["COUNTDOWN_S", "FADE_S", "GAP_S", "GOLD_S", "START_S", "Facts", "Lead", "facts_of", "order_of"]

COUNTDOWN_S = 10
"""Of a gun that is known beforehand, the last seconds."""
START_S = 1
FADE_S = 1
"""In which the lamps go out that are faded out."""
GAP_S = 3
"""For which the gap of the runner in front is shown."""
GOLD_S = 15
"""For which a record is shown, from the finish of who ran it."""

_NS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Lead:
    """How far the runner in front was from the first light, at the last point that was timed.

    Attributes:
        at_mm: the point, in millimetres past the finish line.
        gap_mm: whole millimetres; above zero ahead of the light.
        ns: when, on the clock of the machine.
    """

    at_mm: int
    gap_mm: int
    ns: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What the lamps depend on. Instants are nanoseconds on the monotonic clock of the machine.

    Attributes:
        state: of the race.
        now_ns: this instant.
        start_mm: the start line, in millimetres past the finish line.
        due_ns: when the gun will be; None where nobody knows.
        run: the lights from their gun, or where they are held; None where there is no gun.
        lead: None where nobody was timed beside a light.
        gold_ns: when the last record was run that turns the track gold; None where there was none.
        through: the lights are through, and the race is written down to its end.
        dark: the lamps are blacked out, or faded out.
        fade_ns: when they were faded out, so far as this engine was there; None where they went out at once.
        stage: what somebody asked for between races; None for nothing. No race shows it.
    """

    state: State
    now_ns: int
    start_mm: int = 0
    due_ns: int | None = None
    run: Run | Hold | None = None
    lead: Lead | None = None
    gold_ns: int | None = None
    through: bool = False
    dark: bool = False
    fade_ns: int | None = None
    stage: Show | None = None

    def since(self, begin_ns: int | None, seconds: int) -> bool:
        """Whether now is within so many seconds of an instant."""
        return begin_ns is not None and 0 <= self.now_ns - begin_ns < seconds * _NS


def order_of(facts: Facts, shine: Shine) -> Order:
    """What the lamps are to show; a blackout is obeyed whatever the race does.

    >>> order_of(Facts(State.ARMED, now_ns=0), Shine())
    Stand()
    >>> order_of(Facts(State.ARMED, now_ns=0, dark=True), Shine())
    Dark()
    """
    if not facts.dark:
        return _TABLE[facts.state](facts, shine)
    return _fading(facts, shine) if facts.since(facts.fade_ns, FADE_S) else Dark()


def _fading(facts: Facts, shine: Shine) -> Order:
    shown, begin_ns = _TABLE[facts.state](facts, shine), facts.fade_ns
    if begin_ns is None or not isinstance(shown, (Stand, Run, Hold, Several, Show)):
        return Dark()
    return Fading(shown, begin_ns)


def _idle(facts: Facts, shine: Shine) -> Order:
    if (stage := _staged(facts)) is not None:
        return stage
    return Dark() if shine.idle is Name.DARK else Show(Look(shine.idle), 0)


def _armed(facts: Facts, _shine: Shine) -> Order:
    if facts.due_ns is None:
        return Stand()
    look = Look(Name.COUNTDOWN, facts.start_mm, seconds=COUNTDOWN_S)
    return Show(look, facts.due_ns - COUNTDOWN_S * _NS, Stand())


def _running(facts: Facts, shine: Shine) -> Order:
    lights = facts.run
    if lights is None:
        return Stand()
    if (gold := _gold(facts)) is not None:
        return gold
    if shine.gaps and facts.lead is not None and facts.lead.gap_mm and facts.since(facts.lead.ns, GAP_S):
        name = Name.AHEAD if facts.lead.gap_mm > 0 else Name.BEHIND
        look = Look(name, facts.lead.at_mm, abs(facts.lead.gap_mm), GAP_S)
        return Show(look, facts.lead.ns, lights)
    if isinstance(lights, Run) and facts.now_ns - lights.gun_ns < START_S * _NS:
        return Show(Look(Name.START, facts.start_mm, seconds=START_S), lights.gun_ns, lights)
    return lights


def _finished(facts: Facts, _shine: Shine) -> Order:
    if facts.through and (stage := _staged(facts)) is not None:
        return stage
    finish = Show(Look(Name.FINISH), 0, None if facts.through else facts.run)
    return _gold(facts) or finish


def _recalled(_facts: Facts, shine: Shine) -> Order:
    return Show(Look(shine.recall), 0)


def _aborted(_facts: Facts, _shine: Shine) -> Order:
    return Show(Look(Name.ABORT), 0)


def _staged(facts: Facts) -> Show | None:
    """What somebody asked for between races, until it is over."""
    stage = facts.stage
    return stage if stage is not None and facts.since(stage.begin_ns, stage.look.seconds) else None


def _gold(facts: Facts) -> Show | None:
    if facts.gold_ns is None or not facts.since(facts.gold_ns, GOLD_S):
        return None
    return Show(Look(Name.RECORD, seconds=GOLD_S), facts.gold_ns, facts.run)


_TABLE: Mapping[State, Callable[[Facts, Shine], Order]] = MappingProxyType(
    {
        State.IDLE: _idle,
        State.LOADED: _idle,
        State.CHECKED: _idle,
        State.ARMED: _armed,
        State.RUNNING: _running,
        State.HELD: _running,
        State.FINISHED: _finished,
        State.OFFICIAL: _finished,
        State.RECALLED: _recalled,
        State.ABORTED: _aborted,
    }
)


def facts_of(
    live: "Live",
    clock: "RaceClock | None",
    now_ns: int,
    due_ns: int | None,
    *,
    fade_ns: int | None = None,
    stage: Show | None = None,
) -> Facts:
    """What the lamps depend on, out of what is known of a race.

    Args:
        live: the race.
        clock: its clock; None before the gun.
        now_ns: this instant.
        due_ns: when the gun will be; None where nobody knows.
        fade_ns: when the lamps were faded out; None where nobody saw that.
        stage: what somebody asked for between races; None for nothing.
    """
    start_mm = _place_mm(live.race.course, Distance(0))
    if clock is None or live.gun is None:
        return Facts(live.state, now_ns, start_mm, due_ns, dark=live.dark, fade_ns=fade_ns, stage=stage)
    return Facts(
        state=live.state,
        now_ns=now_ns,
        start_mm=start_mm,
        run=_lights(live, clock),
        lead=_lead(live, clock),
        gold_ns=_gold_ns(live, clock),
        through=live.done,
        dark=live.dark,
        fade_ns=fade_ns,
        stage=stage,
    )


def _lights(live: "Live", clock: "RaceClock") -> Run | Hold:
    """The lights by their own time: where they stand, or as if the gun had been later by what they stood."""
    holds = live.holds
    if holds.standing_ns is not None:
        return Hold(holds.standing_ns)
    return Run(clock.instant_ns(holds.held_ns), clock.rate.numerator, clock.rate.denominator)


def _gold_ns(live: "Live", clock: "RaceClock") -> int | None:
    """The finish of the last who broke a record that turns the track gold."""
    golden = {record.bib for record in live.records if record.level in live.race.shine.records}
    finishes = [passing.elapsed.ns for passing in live.table.finishes if passing.bib in golden]
    return clock.instant_ns(max(finishes)) if finishes else None


def _lead(live: "Live", clock: "RaceClock") -> Lead | None:
    """Of the runner who was first at the furthest point before the finish, beside the first light."""
    if not live.lights:
        return None
    first = max(live.lights, key=lambda light: light.asked.priority)
    front = live.timed.front(first.asked.name)
    if front is None:
        return None
    at, gap = front
    light_ns = round((float(first.plan.time_at(at.metres)) - gap.gap_s) * _NS)
    elapsed_ns = live.holds.race_ns(light_ns)
    if elapsed_ns is None:
        return None
    return Lead(_place_mm(live.race.course, at), round(gap.gap_m * 1000), clock.instant_ns(elapsed_ns))


def _place_mm(course: "Course", run: Distance) -> int:
    along_m = Way.of(course.way).along(run.metres) if course.way else run.metres
    return round((course.start_m + along_m) * 1000)
