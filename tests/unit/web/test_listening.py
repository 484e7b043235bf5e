import resource
import socket
import subprocess
import sys

import pytest

from pacelight.web.listening import GONE_MS, listen

FEW = """
import resource
from pacelight.web.listening import make_room
most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (64, most))
print(make_room() == most, resource.getrlimit(resource.RLIMIT_NOFILE) == (most, most), make_room() == most)
"""


def test_a_server_takes_as_many_open_files_as_it_may() -> None:
    run = subprocess.run([sys.executable, "-c", FEW], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["True", "True", "True"]
    assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] > 64


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="only Linux lets a connection go so")
def test_a_browser_that_walked_away_is_let_go() -> None:
    with listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        taken, _ = listener.accept()
        with taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == GONE_MS
