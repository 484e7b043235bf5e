"""Of all who speak of a gun: who is believed, and what follows."""

from collections.abc import Iterable
from dataclasses import dataclass

from pacelight.timing.gun.evidence import Evidence

__all__ = ["NOTICED_NS", "GunEstimate", "LeftOut", "estimated"]

NOTICED_NS = 5_000_000
"""A gun that moves by less is not told: at world record pace the light is off by 36 mm."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A witness that is not believed, and why in one line."""

    evidence: Evidence
    why: str


@dataclass(frozen=True, slots=True)
class GunEstimate:
    """When the gun was.

    Attributes:
        at_ns: on our monotonic clock.
        source: which device says so, or who.
        what: how it says so, in a word.
        first_ns: it was not before this; None where nobody can say.
        last_ns: it was not after this.
        starts: a source that can begin a race says so: not only a page that came afterwards.
        left_out: what is not believed.
    """

    at_ns: int
    source: str
    what: str
    first_ns: int | None
    last_ns: int
    starts: bool
    left_out: tuple[LeftOut, ...] = ()

    @property
    def error_ns(self) -> int | None:
        """The gun is not further from `at_ns` than this; None where it may be earlier by anything."""
        if self.first_ns is None:
            return None
        return max(self.at_ns - self.first_ns, self.last_ns - self.at_ns)

    def moved_ns(self, gun_ns: int) -> int:
        """By how much a gun that was taken to be at that instant must be moved; 0 for too little to tell."""
        by_ns = self.at_ns - gun_ns
        return by_ns if abs(by_ns) >= NOTICED_NS else 0


def estimated(
    evidence: Iterable[Evidence], old: Iterable[Evidence], pinned_ns: int | None, *, starts: bool
) -> GunEstimate | None:
    """The earliest that holds; None while nobody has spoken of it.

    Args:
        evidence: of this start.
        old: of before the race was armed.
        pinned_ns: a person has said that it was then; None where nobody has.
        starts: a source that can begin a race has spoken.
    """
    if pinned_ns is not None:
        return GunEstimate(pinned_ns, "", "person", pinned_ns, pinned_ns, starts=True)
    believed, left_out = _believed(_least(evidence))
    left_out += [LeftOut(one, "it was before the race was armed") for one in _least(old)]
    if not believed:
        return None
    firsts = [one.first_ns for one in believed if one.first_ns is not None]
    first_ns = max(firsts, default=None)
    last_ns = min(one.last_ns for one in believed)
    best = min(believed, key=lambda one: (one.at_ns, -one.trust, one.source))
    at_ns = min(max(best.at_ns, first_ns if first_ns is not None else best.at_ns), last_ns)
    said = tuple(sorted(left_out, key=lambda one: (one.evidence.source, one.evidence.what)))
    return GunEstimate(at_ns, best.source, best.what, first_ns, last_ns, starts, said)


def _least(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Of one source the earliest of a kind."""
    found: dict[tuple[str, str], Evidence] = {}
    for one in evidence:
        at = (one.source, one.what)
        found[at] = min(found.get(at, one), one, key=lambda known: known.at_ns)
    return list(found.values())


def _believed(evidence: Iterable[Evidence]) -> tuple[list[Evidence], list[LeftOut]]:
    """Who holds together, from those who are believed most on."""
    believed: list[Evidence] = []
    left_out = []
    for one in sorted(evidence, key=lambda one: (-one.trust, one.at_ns, one.source, one.what)):
        why = next((why for other in believed if (why := _against(one, other))), "")
        if why:
            left_out.append(LeftOut(one, why))
        else:
            believed.append(one)
    return believed, left_out


def _against(one: Evidence, other: Evidence) -> str:
    """Why two cannot both be right; empty where they can."""
    if other.first_ns is not None and one.last_ns < other.first_ns:
        return f"it is earlier than {other.source} ({other.what}) allows"
    if one.first_ns is not None and one.first_ns > other.last_ns:
        return f"it is later than {other.source} ({other.what}) allows"
    return ""
