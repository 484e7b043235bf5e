from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.web.rights.asker import Asker


def asker(
    *headers: tuple[str, str], client: str = "10.0.0.7", here: str = "10.0.0.5", tls: bool = False
) -> Asker:
    scope: dict[str, Any] = {
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers],
        "client": (client, 50000),
        "server": (here, 8370),
        "scheme": "https" if tls else "http",
    }
    return Asker.of(scope)


NAMES = {"tower", "tower.local", "meet.example"}


@pytest.mark.parametrize(
    ("host", "here", "meant"),
    [
        ("10.0.0.5:8370", "10.0.0.5", True),
        ("10.0.0.6:8370", "10.0.0.5", False),
        ("tower.local:8370", "10.0.0.5", True),
        ("TOWER.LOCAL.:8370", "10.0.0.5", True),
        ("meet.example", "10.0.0.5", True),
        ("evil.example:8370", "127.0.0.1", False),  # a name that was pointed at us
        ("10.0.0.5.evil.example", "10.0.0.5", False),
        ("localhost:8370", "127.0.0.1", True),
        ("localhost:8370", "10.0.0.5", False),
        ("127.0.0.1:8370", "127.0.0.1", True),
        ("[::1]:8370", "::1", True),
        ("10.0.0.5", "::ffff:10.0.0.5", True),
        ("user@10.0.0.5", "10.0.0.5", True),  # what stands before an at is no part of the host
        ("", "10.0.0.5", False),
        ("[::1", "::1", False),
        ("10.0.0.5:port", "10.0.0.5", True),
    ],
)
def test_a_request_is_for_us_by_our_names_and_the_number_it_arrived_at(
    host: str, here: str, meant: bool
) -> None:
    assert asker(("Host", host), here=here).is_for(NAMES) is meant


def test_two_hosts_are_none() -> None:
    assert not asker(("Host", "10.0.0.5"), ("Host", "evil.example")).is_for(NAMES)


HOST = ("Host", "10.0.0.5:8370")
OURS = ("X-Pacelight", "1")
ORIGIN = ("Origin", "http://10.0.0.5:8370")


@pytest.mark.parametrize(
    ("headers", "ours", "form"),
    [
        ((OURS,), True, False),  # a program
        ((OURS, ORIGIN), True, True),
        ((OURS, ORIGIN, ("Sec-Fetch-Site", "same-origin")), True, True),
        ((ORIGIN,), False, True),  # a form has no header of ours
        ((("Sec-Fetch-Site", "same-origin"),), False, True),
        ((), False, False),
        ((("X-Pacelight", "0"),), False, False),
        ((OURS, OURS), False, False),
        ((OURS, ("Origin", "null")), False, False),
        ((OURS, ("Origin", "https://10.0.0.5:8370")), False, False),
        ((OURS, ("Origin", "http://10.0.0.5")), False, False),
        ((OURS, ("Origin", "http://evil.example")), False, False),
        ((OURS, ORIGIN, ("Origin", "http://evil.example")), False, False),
        ((OURS, ("Sec-Fetch-Site", "cross-site")), False, False),
        ((OURS, ("Sec-Fetch-Site", "same-site")), False, False),
        ((OURS, ("Sec-Fetch-Site", "none")), False, False),
    ],
)
def test_what_changes_something_comes_from_a_page_of_ours(
    headers: tuple[tuple[str, str], ...],
    ours: bool,
    form: bool,
) -> None:
    found = asker(HOST, *headers)
    assert (found.is_ours(), found.is_ours(form=True)) == (ours, form)


def test_over_tls_the_origin_is_https() -> None:
    assert asker(HOST, OURS, ("Origin", "https://10.0.0.5:8370"), tls=True).is_ours()
    assert not asker(HOST, OURS, ORIGIN, tls=True).is_ours()


def test_of_two_cookies_of_a_name_neither_is_believed() -> None:
    assert asker(("Cookie", "a=1; pacelight=x; b=2")).cookie("pacelight") == "x"
    assert asker(("Cookie", "pacelight=x; pacelight=y")).cookie("pacelight") == ""
    assert asker(("Cookie", "pacelight=x"), ("Cookie", "pacelight=y")).cookie("pacelight") == ""
    assert asker(("Cookie", "a=1")).cookie("pacelight") == ""


@pytest.mark.parametrize("name", ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"])
def test_what_a_proxy_hands_on_is_not_of_this_machine(name: str) -> None:
    assert asker(client="127.0.0.1").near
    assert asker(client="::1").near
    assert not asker().near
    handed_on = asker((name, "127.0.0.1"), client="127.0.0.1")
    assert not handed_on.near
    assert handed_on.address == "127.0.0.1"  # what it says of itself is not believed


@given(
    st.lists(st.tuples(st.sampled_from(["host", "origin", "cookie", "x-pacelight"]), st.text(max_size=40)))
)
def test_no_header_whatever_breaks_the_reading(headers: list[tuple[str, str]]) -> None:
    found = Asker.of(
        {
            "type": "http",
            "headers": [(name.encode(), value.encode()) for name, value in headers],
            "client": None,
            "server": None,
        }
    )
    assert found.is_for(NAMES) in {True, False}
    assert found.is_ours() in {True, False}
    assert isinstance(found.cookie("pacelight"), str)
