"""What is raised on purpose, and how the command line ends."""

import pytest

from pacelight import errors
from pacelight.errors import Failure, PacelightError, Refused

NAMES = [name for name in errors.__all__ if name not in {"PacelightError", "Refused", "Failure"}]

FAILURES = {"StoreError", "JournalError", "DriverError"}


@pytest.mark.parametrize("name", NAMES)
def test_every_error_is_a_refusal_or_a_failure_and_says_so_by_its_exit_code(name: str) -> None:
    error = getattr(errors, name)
    parent, code = (Failure, 1) if name in FAILURES else (Refused, 2)
    assert error.__bases__ == (parent,)
    assert (error("why").exit_code, str(error("why"))) == (code, "why")


def test_one_clause_catches_all_of_them() -> None:
    assert all(issubclass(getattr(errors, name), PacelightError) for name in errors.__all__)
    assert issubclass(Refused, ValueError)
    assert not issubclass(Failure, ValueError)


@pytest.mark.parametrize("name", errors.__all__)
def test_every_error_says_what_it_means(name: str) -> None:
    lines = (getattr(errors, name).__doc__ or "").splitlines()
    assert lines
    assert lines[0].endswith((".", ":"))
