import socket

import pytest

from pacelight.web.addresses import is_loopback, is_number, reachable


@pytest.mark.parametrize(
    ("host", "number", "loopback"),
    [
        ("127.0.0.1", True, True),
        ("127.8.8.8", True, True),
        ("::1", True, True),
        ("::ffff:127.0.0.1", True, True),
        ("10.0.0.5", True, False),
        ("fe80::1%eth0", True, False),
        ("localhost", False, True),
        ("tower.local", False, False),
        ("127.0.0.1.evil.example", False, False),
        ("", False, False),
    ],
)
def test_what_a_host_is(host: str, number: bool, loopback: bool) -> None:
    assert (is_number(host), is_loopback(host)) == (number, loopback)


def test_the_page_is_reached_where_it_listens() -> None:
    assert reachable("127.0.0.1", 8370) == ("http://127.0.0.1:8370/",)
    assert reachable("fd00::2", 80, tls=True) == ("https://[fd00::2]:80/",)


def test_what_listens_everywhere_is_reached_by_its_names_its_numbers_and_from_here() -> None:
    found = reachable("0.0.0.0", 8370, names=("meet.example",))  # noqa: S104
    assert found[0] == "http://meet.example:8370/"
    assert found[-1] == "http://127.0.0.1:8370/"
    assert f"http://{socket.gethostname().partition('.')[0]}.local:8370/" in found
