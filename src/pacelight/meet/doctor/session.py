"""What the files of a meet say of tonight: survey, book, secret, standby, paper."""

import stat
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pacelight.meet.doctor.finding import Finding, State

__all__ = ["BookRead", "book_as_of", "book_found", "paper_found", "secret_found", "survey_found"]

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def survey_found(faults: Sequence[str]) -> Finding:
    """Whether it is known of every lamp where it stands."""
    if not faults:
        return Finding("survey", State.GREEN, "it is whole")
    more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
    return Finding("survey", State.RED, f"{faults[0]}{more}", "see all of it with: pacelight track check")


def book_found(fault: str) -> Finding:
    """Whether the book answers."""
    if not fault:
        return Finding("book", State.GREEN, "it answers")
    return Finding("book", State.RED, fault, "name the right file as `book` in the meet file, or mend it")


@dataclass(frozen=True, slots=True)
class BookRead:
    """What the book says of tonight.

    Attributes:
        name: of the book.
        fault: why it cannot be opened; empty if it can.
        lists: how many it covers.
        revision: its number: another whenever anything in it is another.
        read_up_to: the latest day on which one of its sources was read or printed; None of an empty book.
        unknown: lights of tonight that it cannot answer, in one line each.
        unwilling: why it would not take a mark; empty where it would.
    """

    name: str
    fault: str = ""
    lists: int = 0
    revision: int = 0
    read_up_to: date | None = None
    unknown: Sequence[str] = ()
    unwilling: str = ""


_OLD_DAYS = 30
"""When nothing was read for so long, somebody should ask whether the book was brought up to date."""


def book_as_of(read: BookRead, day: date) -> Finding:
    """Whether the book is good for that day.

    Args:
        read: what it says.
        day: of the meet.
    """
    if read.fault:
        return book_found(read.fault)
    if read.unwilling:
        return Finding(
            "book", State.RED, f"it does not take marks: {read.unwilling}", "let the engine write to the book"
        )
    if read.unknown:
        more = f", and {len(read.unknown) - 1} more" if len(read.unknown) > 1 else ""
        return Finding(
            "book",
            State.RED,
            f"{read.unknown[0]}{more}",
            "import what is missing (pacelight book import), or change that light",
        )
    if read.read_up_to is None:
        return Finding("book", State.AMBER, f"{read.name} is empty", "import a list: pacelight book import")
    told = f"{read.name}, revision {read.revision}: {read.lists} lists, read up to {read.read_up_to}"
    if (day - read.read_up_to).days > _OLD_DAYS:
        return Finding("book", State.AMBER, told, "bring it up to date: pacelight book import")
    return Finding("book", State.GREEN, f"{told}; every light of tonight is known")


def secret_found(path: str, mode: int | None, fault: str, *, needed: bool) -> Finding:
    """Whether ports are guarded, and the secret is one.

    Args:
        path: of its file; empty where none is named.
        mode: rights of the file; None where there is none.
        fault: why it is no secret; empty where it is.
        needed: whether anything listens on a network.
    """
    if not path:
        if needed:
            return Finding(
                "secret",
                State.RED,
                "something listens on the network and no secret guards it",
                "name its file as engine.secret in the meet file",
            )
        return Finding("secret", State.GREEN, "none is needed: nothing listens on a network")
    if mode is not None and mode & _OTHERS:
        return Finding("secret", State.RED, f"others may read {path}", f"chmod 600 {path}")
    if fault:
        return Finding("secret", State.RED, fault, "make one: openssl rand -hex 32 > FILE; chmod 600 FILE")
    return Finding("secret", State.GREEN, f"{path} is yours alone")


def paper_found(printers: Sequence[str] | None, fault: str) -> Finding:
    """Whether sheets can be printed.

    Args:
        printers: that the system knows; None where it has no printing system.
        fault: why no sheet can be set; empty where one was.
    """
    if fault:
        return Finding("sheets", State.RED, f"no sheet can be set: {fault}", "install Pacelight again")
    if printers:
        return Finding("sheets", State.GREEN, f"sheets can be set; printer: {', '.join(printers)}")
    known = "no printing system is here" if printers is None else "no printer is set up"
    return Finding(
        "sheets",
        State.AMBER,
        f"sheets can be set as PDF; {known}",
        "print the PDF elsewhere, or add a printer",
    )
