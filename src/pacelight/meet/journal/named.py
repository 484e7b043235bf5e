"""What is kept beside a journal so that its numbers are persons again: readable to its owner alone."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

__all__ = ["names_of", "read_names", "write_names"]

_ONE: msgspec.json.Decoder[tuple[int, str]] = msgspec.json.Decoder(tuple[int, str])


def names_of(segment: Path) -> Path:
    """Where the persons are kept who came up while this file was written."""
    return segment.with_name(f"{segment.name}.names")


def read_names(segments: Iterable[Path]) -> dict[int, str]:
    """Everyone who is still known.

    Args:
        segments: files of a journal.
    """
    known: dict[int, str] = {}
    for segment in segments:
        with suppress(OSError):
            for line in names_of(segment).read_bytes().split(b"\n")[:-1]:
                with suppress(msgspec.DecodeError, UnicodeDecodeError):
                    number, text = _ONE.decode(line)
                    known[number] = text
    return known


def write_names(segment: Path, new: Mapping[int, str]) -> None:
    """Keep these, too. When this returns, they are on the disk.

    Args:
        segment: the file of the journal in which they come up.
        new: by number.

    Raises:
        OSError: the disk refuses.
    """
    if not new:
        return
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
    descriptor = os.open(names_of(segment), flags, 0o600)
    try:
        # A line that broke off before is ended by the first newline, and counts for nothing.
        text = b"\n" + b"".join(msgspec.json.encode(one) + b"\n" for one in new.items())
        while text:
            text = text[os.write(descriptor, text) :]
        os.fdatasync(descriptor)
    finally:
        os.close(descriptor)
