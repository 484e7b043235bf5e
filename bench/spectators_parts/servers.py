"""What serves the stream: Pacelight, FastAPI's own, nginx with nchan; each a process of its own."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from light_parts.worker import BENCH, Worker

from spectators_parts import HOST, BenchError

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
NCHAN = Path("/usr/lib/nginx/modules/ngx_nchan_module.so")

CONFIGURATION = """
load_module {module};
daemon off; worker_processes 1; worker_rlimit_nofile {files}; pid {folder}/nginx.pid; error_log stderr error;
events {{ worker_connections {files}; multi_accept on; }}
http {{
  access_log off; keepalive_requests 1000000;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen {host}:{port} backlog=4096;
    location = /post {{ nchan_publisher; nchan_channel_id race; nchan_message_buffer_length 4096; }}
    location = /api/events {{
      nchan_subscriber eventsource; nchan_channel_id race; nchan_subscriber_first_message newest;
      nchan_eventsource_ping_interval 1;
    }}
  }}
}}
"""


@dataclass(frozen=True, slots=True)
class Served:
    """A stream that is served.

    Attributes:
        port: of its HTTP.
        pid: of the process that does the work.
        teller: what tells it the race.
    """

    port: int
    pid: int
    teller: Worker


@contextmanager
def pacelight(folder: Path) -> Iterator[Served]:
    """`pacelight web`, as it is."""
    bus = folder / "bus"
    with _teller("bus", str(bus)) as teller:
        words = ("-m", "pacelight", "web", "--bus", str(bus), "--port", "0", "--watch-only")
        with _server("Pacelight", sys.executable, *words) as (process, line):
            port = int(line.decode().rsplit(":", 1)[1].strip().rstrip("/"))
            yield Served(port, process.pid, teller)


@contextmanager
def fastapi(folder: Path) -> Iterator[Served]:
    """FastAPI's own server-sent events."""
    bus = folder / "bus"
    with _teller("bus", str(bus)) as teller:
        words = ("-m", "spectators_parts.fastapi_page", str(bus))
        with _server("FastAPI", sys.executable, *words) as (process, line):
            yield Served(int(line), process.pid, teller)


@contextmanager
def nchan(folder: Path) -> Iterator[Served]:
    """nginx with nchan, one worker."""
    with socket.create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    written = folder / "nginx.conf"
    text = CONFIGURATION.format(module=NCHAN, folder=folder, host=HOST, port=port, files=12_000)
    written.write_text(text, encoding="utf-8")
    with subprocess.Popen([NGINX, "-p", str(folder), "-c", str(written)], cwd=folder) as process:
        try:
            worker = _worker(process, port)
            with _teller("post", str(port), "/post") as teller:
                yield Served(port, worker, teller)
        finally:
            process.terminate()


def without_nchan() -> str:
    """Why nchan is not measured; empty where it is."""
    if NCHAN.exists() and Path(NGINX).exists():
        return ""
    return "nginx with nchan is not here (apt-get install libnginx-mod-nchan)"


@contextmanager
def _teller(*words: str) -> Iterator[Worker]:
    with Worker("who tells", sys.executable, "-m", "spectators_parts.teller", *words) as teller:
        yield teller.ready()


@contextmanager
def _server(name: str, *command: str) -> Iterator[tuple[subprocess.Popen[bytes], bytes]]:
    """A process, and its first line, which says where it answers."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=BENCH) as process:
        try:
            line = process.stdout.readline()
            if not line:
                raise BenchError(f"{name} ended by itself")
            yield process, line
        finally:
            process.terminate()


def _worker(master: subprocess.Popen[bytes], port: int) -> int:
    """The worker of an nginx that answers."""
    children = Path(f"/proc/{master.pid}/task/{master.pid}/children")
    for _ in range(200):
        time.sleep(0.05)
        if master.poll() is not None:
            raise BenchError("nginx ended by itself")
        found = children.read_text(encoding="ascii").split()
        with socket.socket() as knock:
            if found and knock.connect_ex((HOST, port)) == 0:
                return int(found[0])
    raise BenchError("nginx did not begin")


__all__ = ["Served", "fastapi", "nchan", "pacelight", "without_nchan"]
