"""What is found when everything that a race needs is gone through: a row each, in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "State", "reasons", "worst"]


class State(StrEnum):
    """How something stands."""

    GREEN = "green"
    AMBER = "amber"
    """It cannot be known from here, or could be better: a person should look."""
    RED = "red"
    """Tonight cannot be run so."""


_ORDER = tuple(State)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that tonight needs.

    Attributes:
        what: of which part: ``lamps``, ``timing finishlynx``.
        state: how it stands.
        words: what was found, in one line.
        remedy: what to do; empty where it is green.

    Raises:
        ValueError: red or amber without a remedy, or words of more than one line.
    """

    what: str
    state: State
    words: str
    remedy: str = ""

    def __post_init__(self) -> None:
        if self.state is not State.GREEN and not self.remedy:
            raise ValueError(f"'{self.words}' is {self.state}: say what to do")
        if "\n" in self.what + self.words + self.remedy:
            raise ValueError(f"a finding is one line, not {self.words!r}")

    def __str__(self) -> str:
        return f"{self.what}: {self.words}" + (f" ({self.remedy})" if self.remedy else "")


def worst(findings: Iterable[Finding]) -> State:
    """How all of it together stands.

    >>> worst([Finding("disk", State.GREEN, "12 GB free")])
    <State.GREEN: 'green'>
    """
    return max((one.state for one in findings), key=_ORDER.index, default=State.GREEN)


def reasons(findings: Iterable[Finding]) -> list[str]:
    """Why a race is not armed: a line for each that is red."""
    return [str(one) for one in findings if one.state is State.RED]
