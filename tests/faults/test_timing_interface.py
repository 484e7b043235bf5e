"""A timing listener on an interface that others reach: at that address alone, for those who are named."""

import select
import socket

import pytest

from pacelight.timing.sources.address import listener
from pacelight.timing.sources.tcp_host import TcpHost

PASSING = b"Finish@Passing@c=AB1|d=250213|t=20:11:54.404@1@$"

pytestmark = pytest.mark.usefixtures("own_network")


def readings(mats: TcpHost, source: str) -> int:
    with socket.create_connection(("10.77.0.1", mats.port), timeout=5, source_address=(source, 0)) as line:
        line.sendall(PASSING)
        found = 0
        while not found and not mats.statistics().refused:
            assert select.select([mats], [], [], 5)[0]
            found += len(mats.read(1))
        return found


def test_whoever_is_named_is_heard_and_nobody_else() -> None:
    mats = listener("mats", "mylaps://10.77.0.1:0", allow=["10.77.0.1"])
    assert isinstance(mats, TcpHost)
    assert readings(mats, "10.77.0.1") == 1
    assert readings(mats, "127.0.0.1") == 0
    assert mats.statistics().refused == 1
    mats.close()


def test_at_another_address_of_the_machine_nobody_listens() -> None:
    mats = listener("mats", "mylaps://10.77.0.1:0", allow=["10.77.0.0/24"])
    assert isinstance(mats, TcpHost)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", mats.port), timeout=5)
    mats.close()
