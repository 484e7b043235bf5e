"""What a person has looked at: that a condition of ratification is met, or is not, and how they know."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from pacelight.errors import BookError

__all__ = ["Attestation", "Attested", "standing"]


class Attested(StrEnum):
    """What somebody says of a condition."""

    MET = "met"
    NOT_MET = "not met"
    OPEN = "open"
    """What was said before is taken back: nobody knows yet."""


@dataclass(frozen=True, slots=True)
class Attestation:
    """One look of a person at one condition. It is never changed; whoever looks again says so again.

    Attributes:
        performance_key: of the record.
        condition: key of the condition, as ``data/ratification.toml`` has it.
        by: who looked: a person's post.
        why: how they know: where the form lies, what the certificate says.
        at_s: when, whole seconds since 1970 in UTC.

    Raises:
        BookError: nobody looked, or it is said of nothing.
    """

    performance_key: str
    condition: str
    says: Attested
    by: str
    why: str
    at_s: int

    def __post_init__(self) -> None:
        if not (self.performance_key and self.condition):
            raise BookError("what is attested? (name a performance and a condition of its checklist)")
        if not self.by:
            raise BookError(f"{self.condition}: say who looked")
        if self.at_s < 0:
            raise BookError(f"{self.condition}: nobody looked before 1970")

    @property
    def day(self) -> date:
        """The day on which it was said, in UTC."""
        return datetime.fromtimestamp(self.at_s, UTC).date()


def standing(said: "list[Attestation]") -> dict[str, Attestation]:
    """Of each condition what was said last, by its key; what was taken back is left out.

    Args:
        said: in the order in which it was said.
    """
    last = {one.condition: one for one in said}
    return {key: one for key, one in last.items() if one.says is not Attested.OPEN}
