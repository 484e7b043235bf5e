"""Days as people type them; today enters here."""

from datetime import UTC, date, datetime

from pacelight.errors import BookError

__all__ = ["day", "now_s"]


def day(text: str | None) -> date:
    """The day that is meant; None is today, by the clock of this machine.

    Raises:
        BookError: not a day.
    """
    if text is None:
        return datetime.now(tz=UTC).astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BookError(f"not a day: '{text}' (write year-month-day, as in 2025-02-12)") from error


def now_s() -> int:
    """The clock of this machine: whole seconds since 1970."""
    return int(datetime.now(tz=UTC).timestamp())
