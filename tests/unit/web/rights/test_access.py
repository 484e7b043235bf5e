import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import OutputError, StoreError
from pacelight.meet.desk.roles import Role
from pacelight.web.rights import access as module
from pacelight.web.rights import code
from pacelight.web.rights.access import EACH_ADDRESS, EVERYBODY, PAIRING_S, WINDOW_S, Access
from pacelight.web.rights.session import IDLE_S, LONGEST_S

NOW = 1_738_000_000
HERE = "10.0.0.7"


@pytest.fixture
def access(tmp_path: Path) -> Iterator[Access]:
    with Access(tmp_path / "access.sqlite") as opened:
        yield opened


def signed_in(access: Access, role: Role = Role.TIMER, now_s: int = NOW, before: str = "") -> str:
    found = access.pair(access.invite(role, "timing desk", now_s).code, HERE, now_s, before=before)
    assert found is not None
    return found[0]


def test_a_code_lets_one_in_once(access: Access) -> None:
    made = access.invite(Role.TIMER, "timing desk", NOW)
    found = access.pair(code.shown(made.code).lower(), HERE, NOW + 1)
    assert found is not None
    token, session = found
    assert (session.role, session.by, session.address) == (Role.TIMER, "timing desk", HERE)
    assert access.session(token, NOW + 2) == session
    assert access.pair(made.code, HERE, NOW + 2) is None


def test_a_code_is_good_for_minutes(access: Access) -> None:
    made = access.invite(Role.TIMER, "timing desk", NOW)
    assert access.pair(made.code, HERE, NOW + PAIRING_S) is None
    again = access.invite(Role.TIMER, "timing desk", NOW)
    assert access.pair(again.code, HERE, NOW + PAIRING_S - 1) is not None


def test_codes_and_tokens_are_long_enough_and_never_the_same(access: Access) -> None:
    """At least 20 bits for a code, 128 for a session (OWASP ASVS 5.0.0, 6.5.4 and 7.2.3)."""
    codes = {access.invite(Role.TIMER, "desk", NOW).code for _ in range(50)}
    assert len(codes) == 50
    assert {len(one) * 5 for one in codes} == {40}
    first = access.first(NOW)
    assert first is not None
    assert len(first.code) * 5 == 80
    tokens = {signed_in(access) for _ in range(20)}
    assert len(tokens) == 20
    assert {len(one) for one in tokens} == {43}  # 32 bytes in base64


def test_nothing_that_lets_anybody_in_is_kept(access: Access) -> None:
    made = access.invite(Role.TIMER, "timing desk", NOW)
    token = signed_in(access)
    kept = b"".join(path.read_bytes() for path in access.path.parent.iterdir())
    assert b"timing desk" in kept
    assert made.code.encode() not in kept
    assert token.encode() not in kept


def test_the_first_secret_is_drawn_until_there_is_a_director(access: Access) -> None:
    one, other = access.first(NOW), access.first(NOW)
    assert one is not None
    assert other is not None
    assert access.pair(one.code, HERE, NOW) is None  # drawn before
    assert access.pair(other.code, HERE, NOW) is not None
    assert access.first(NOW + 1) is None
    assert access.first(NOW + IDLE_S) is not None  # the director went home


def test_pairing_again_ends_the_session_before(access: Access) -> None:
    before = signed_in(access, Role.TIMER)
    after = signed_in(access, Role.OPERATOR, before=before)
    assert after != before
    assert access.session(before, NOW) is None
    assert access.session(after, NOW) is not None


def test_a_session_ends_when_nothing_is_asked(access: Access) -> None:
    token = signed_in(access)
    assert access.session(token, NOW + IDLE_S - 1) is not None  # which is asking
    assert access.session(token, NOW + IDLE_S + 60) is not None
    assert access.session(token, NOW + 2 * IDLE_S + 60) is None


def test_a_session_ends_with_the_day_however_much_is_asked(access: Access) -> None:
    token = signed_in(access)
    alive = [access.session(token, NOW + at) is not None for at in range(0, LONGEST_S + 3600, 3600)]
    assert alive == [True] * (LONGEST_S // 3600) + [False]


def test_a_session_that_is_revoked_is_over_at_once(access: Access) -> None:
    token, other = signed_in(access), signed_in(access)
    mine = access.session(token, NOW)
    assert mine is not None
    assert access.revoke(mine.id)
    assert access.session(token, NOW) is None
    assert access.session(other, NOW) is not None
    assert not access.revoke(mine.id)


def test_all_can_be_revoked_with_the_codes_that_wait(access: Access) -> None:
    token, waiting = signed_in(access), access.invite(Role.DIRECTOR, "director", NOW)
    assert access.revoke_all() == 1
    assert access.session(token, NOW) is None
    assert access.pair(waiting.code, HERE, NOW) is None


@pytest.mark.parametrize("token", ["", "x", "x" * 43, "' OR 1=1 --"])
def test_what_was_never_given_is_nobodys(access: Access, token: str) -> None:
    signed_in(access)
    assert access.session(token, NOW) is None


def test_sessions_outlive_the_process_and_are_shared(tmp_path: Path) -> None:
    with Access(tmp_path / "a") as one, Access(tmp_path / "a") as other:
        token = signed_in(one)
        assert other.session(token, NOW) == one.session(token, NOW)
    with Access(tmp_path / "a") as later:
        (session,) = later.sessions(NOW)
        assert later.session(token, NOW) == session


def test_a_disk_that_takes_nothing_keeps_nobody_from_what_may_be_asked(access: Access) -> None:
    token = signed_in(access)
    access._file.execute("PRAGMA query_only = ON")
    assert access.session(token, NOW + IDLE_S - 1) is not None  # which would have been written down
    assert access.session(token, NOW + IDLE_S) is None
    with pytest.raises(StoreError, match=r"cannot be kept in .*: attempt to write a readonly database"):
        access.invite(Role.TIMER, "desk", NOW)


def test_guesses_from_one_address_are_limited(access: Access) -> None:
    assert [access.attempt(HERE, NOW) for _ in range(EACH_ADDRESS + 1)] == [True] * EACH_ADDRESS + [False]
    assert access.attempt("10.0.0.8", NOW)
    assert not access.attempt(HERE, NOW + WINDOW_S)
    assert access.attempt(HERE, NOW + WINDOW_S + 1)


def test_guesses_from_all_addresses_are_limited_and_nobody_locks_this_machine_out(access: Access) -> None:
    addresses = [f"10.0.{n // 5}.{n % 5}" for n in range(EVERYBODY + 1)]
    assert [access.attempt(address, NOW) for address in addresses] == [True] * EVERYBODY + [False]
    assert access.attempt("127.0.0.1", NOW)


def test_guesses_are_counted_over_all_processes(tmp_path: Path) -> None:
    with Access(tmp_path / "a") as one, Access(tmp_path / "a") as other:
        tried = [which.attempt(HERE, NOW) for _ in range(EACH_ADDRESS) for which in (one, other)]
    assert tried.count(True) == EACH_ADDRESS


def test_a_clock_that_is_set_back_locks_nobody_out(access: Access) -> None:
    for _ in range(EACH_ADDRESS):
        access.attempt(HERE, NOW)
    assert access.attempt(HERE, NOW - 3600)


def test_of_too_many_codes_no_more_are_made(access: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CODES", 3)
    for _ in range(3):
        access.invite(Role.TIMER, "desk", NOW)
    with pytest.raises(OutputError, match="3 codes wait"):
        access.invite(Role.TIMER, "desk", NOW)
    access.invite(Role.TIMER, "desk", NOW + PAIRING_S)


@pytest.mark.parametrize("by", ["", "  ", "x" * 65, "desk\n", "a\x00b", "\u202edesk"])
def test_a_name_that_cannot_be_printed_is_refused(access: Access, by: str) -> None:
    if by == "desk\n":
        assert access.invite(Role.TIMER, by, NOW).by == "desk"
        return
    with pytest.raises(OutputError, match="a name has 1 to 64 characters"):
        access.invite(Role.TIMER, by, NOW)


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "access.sqlite"
    umask = os.umask(0)
    try:
        with Access(path) as access:
            signed_in(access)
            assert {one.stat().st_mode & 0o777 for one in path.parent.iterdir()} == {0o600}
            assert path.parent.stat().st_mode & 0o777 == 0o700
    finally:
        os.umask(umask)
    path.chmod(0o640)
    with pytest.raises(OutputError, match=r"others can read who is signed in .* \(write: chmod 600"):
        Access(path)


def test_what_is_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no such thing" * 100)
    (tmp_path / "text").chmod(0o600)
    with pytest.raises(StoreError, match=r"cannot be kept in .*text: file is not a database"):
        Access(tmp_path / "text")
    with pytest.raises(StoreError, match="Is a directory"):
        Access(tmp_path)
    with sqlite3.connect(tmp_path / "newer") as file:
        file.execute("PRAGMA user_version = 7")
    file.close()
    (tmp_path / "newer").chmod(0o600)
    with pytest.raises(OutputError, match="of another version of Pacelight"):
        Access(tmp_path / "newer")


@given(st.text(max_size=100))
def test_whatever_is_typed_as_a_code_is_read(text: str) -> None:
    assert code.written(code.written(text)) == code.written(text)


@given(st.text(alphabet=code.ALPHABET, min_size=8, max_size=16), st.integers(0, 3))
def test_a_code_that_is_shown_reads_back(typed: str, spaces: int) -> None:
    assert code.written(" " * spaces + code.shown(typed).lower().replace("0", "o")) == typed
