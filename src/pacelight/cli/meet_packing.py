"""Packing and unpacking a meet on the terminal."""

import json as json_texts
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.progress import Progress

from pacelight.meet.packing import packing, unpacking
from pacelight.meet.packing.manifest import Manifest
from pacelight.meet.programme.meetfile import MeetFile

__all__ = ["pack", "unpack"]


def pack(meet: MeetFile, to: Path, *, with_secret: bool, json: bool) -> None:
    """Pack, and say what went with it and what did not."""
    with _progress("packing") as progress:
        done = packing.pack(meet, to, with_secret=with_secret, progress=progress)
    if json:
        told = {"sha256": done.sha256, "unbelieved": done.unbelieved, "left_out": list(done.left_out)}
        _say_json("pacelight.packed/1", done.path, done.manifest, told)
        return
    sys.stdout.write("".join(f"{line}\n" for line in _words(done.path, done.manifest)))
    if done.unbelieved:
        sys.stdout.write(
            f"  behind the journal's last whole line stood {done.unbelieved} bytes: not packed\n"
        )
    sys.stdout.write("".join(f"  not in it: {line}\n" for line in done.left_out))
    sys.stdout.write(f"  sha256 {done.sha256}\n")


def unpack(file: Path, folder: Path, *, json: bool) -> None:
    """Unpack, and say what is there now."""
    with _progress("unpacking") as progress:
        manifest = unpacking.unpack(file, folder, progress=progress)
    if json:
        _say_json("pacelight.unpacked/1", folder, manifest, {})
        return
    sys.stdout.write("".join(f"{line}\n" for line in _words(folder, manifest)))
    sys.stdout.write(f"  next: pacelight doctor {folder / manifest.meet}\n")


def _words(where: Path, manifest: Manifest) -> Iterator[str]:
    count, megabytes = len(manifest.files), manifest.size / 1e6
    yield f"{where}: {manifest.name}, {manifest.day}: {count} files, {megabytes:.1f} MB, all sums right"
    if manifest.journal is not None:
        yield f"  journal: {manifest.journal.lines} lines, the next follows {manifest.journal.link}"


def _say_json(schema: str, where: Path, manifest: Manifest, told: dict[str, Any]) -> None:
    whole = msgspec.to_builtins(manifest)
    del whole["schema"]
    shape = {"schema": schema, "path": str(where), **whole, **told}
    sys.stdout.write(f"{json_texts.dumps(shape)}\n")


@contextmanager
def _progress(what: str) -> Iterator[Callable[[float], object]]:
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(what, total=1.0)
        yield lambda share: progress.update(task, completed=share)
