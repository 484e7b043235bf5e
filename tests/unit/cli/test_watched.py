"""Signs of life reach whoever asked for them, and nobody else."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from pacelight.cli.watched import Watched


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(5)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        yield listening


def test_who_is_asked_says_that_it_lives_and_not_too_often(system: socket.socket) -> None:
    alive = Watched()
    for _ in range(100):
        alive()
    assert system.recv(100) == b"READY=1\nWATCHDOG=1"
    system.setblocking(False)
    with pytest.raises(BlockingIOError):
        system.recv(100)


def test_processes_that_are_started_later_are_not_taken_for_this_one(system: socket.socket) -> None:
    del system
    Watched()
    assert "NOTIFY_SOCKET" not in os.environ


def test_an_abstract_name_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"pacelight-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(f"\0{name}")
        listening.settimeout(5)
        monkeypatch.setenv("NOTIFY_SOCKET", f"@{name}")
        Watched()()
        assert listening.recv(100).startswith(b"READY=1")


def test_where_nobody_asks_nothing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    Watched()()
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "nobody"))
    Watched()()
