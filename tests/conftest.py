"""What every test may ask for."""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from importlib.util import module_from_spec, spec_from_file_location
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import msgspec
import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "pacelight",
    deadline=None,  # how long an example takes is the machine's matter
    derandomize="CI" in os.environ,  # at the desk new examples each time, in a check the same ones
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("pacelight")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the checkout; the test is skipped where it is absent."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("real data (../shared/data) is not here")
    return folder


@pytest.fixture(scope="session")
def racing() -> ModuleType:
    """The module `racing` beside this one: a desk to test with."""
    path = Path(__file__).with_name("racing.py")
    spec = spec_from_file_location("racing", path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["racing"] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a `pacelight` that is loaded already, and the socket at which it waits."""
    folder, program = tmp_path_factory.mktemp("warm"), Path(__file__).with_name("warm.py")
    for name in ("pacelight", "block"):
        (folder / name).write_text(f"#!{sys.executable} -IS\n{program.read_text(encoding='utf-8')}")
        (folder / name).chmod(0o755)
    line = [sys.executable, "-W", "error", program, folder / "socket"]
    with subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield folder
        process.kill()


@pytest.fixture
def quick_pacelight(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """`pacelight` is found on the path, and is loaded already.

    For what runs to its end by itself: a signal would not reach it.
    Where branches are counted it is the program itself, as only of that they can be.
    """
    places = [str(Path(sys.executable).parent), os.environ["PATH"]]
    if "COVERAGE_PROCESS_START" not in os.environ:
        warm = request.getfixturevalue("warm")
        monkeypatch.setenv("PACELIGHT_WARM", str(warm / "socket"))
        places.insert(0, str(warm))
    monkeypatch.setenv("PATH", os.pathsep.join(places))


_OWN_NETWORK = (
    "link set lo up multicast on",
    "route add 224.0.0.0/4 dev lo",
    "link add near type veth peer name far",
    "address add 10.77.0.1/24 dev near",
    "link set near up",
    "link set far up",
)


@pytest.fixture(scope="module")
def own_network() -> Iterator[None]:
    """A network of the module's own, for this thread and what it starts: loopback, and a wire to nobody.

    Ports of the standards are free there, multicast stays there, and nothing can be sent anywhere else.
    On the wire this machine is 10.77.0.1.
    Source: network_namespaces(7), unshare(2), setns(2).
    """
    clone_newnet = 0x40000000
    libc = ctypes.CDLL(None, use_errno=True)
    home = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    try:
        if shutil.which("ip") is None or libc.unshare(clone_newnet):
            pytest.skip("a network of the test's own cannot be made here (root and iproute2 are needed)")
        try:
            for line in _OWN_NETWORK:
                subprocess.run(["ip", *line.split()], check=True)
            yield
        finally:
            assert libc.setns(home, clone_newnet) == 0
    finally:
        os.close(home)


@dataclass(frozen=True)
class Postgres:
    """A PostgreSQL server of the tests' own, on a Unix socket in its folder; nothing listens on a port.

    Its databases sort text as English dictionaries do, unless a column says otherwise.
    """

    folder: Path
    programs: Path

    def make(self) -> None:
        order = ("--locale-provider=icu", "--icu-locale=en-US", "--locale=C.UTF-8")
        self._run("initdb", "-D", "data", "--no-sync", "--auth=trust", "--encoding=UTF8", *order)
        rules = "local all secretive scram-sha-256\nlocal all all trust\n"
        (self.folder / "data" / "pg_hba.conf").write_text(rules, encoding="ascii")

    def start(self, *, safe: bool) -> None:
        """Start it; safe against a crash of the machine, or quick."""
        words = f"-c listen_addresses='' -k {self.folder} -c fsync={'on' if safe else 'off'}"
        self._run("pg_ctl", "start", "-w", "-s", "-D", "data", "-l", "log", "-o", words)

    def stop(self, how: str) -> None:
        """Stop it: ``fast``, or ``immediate`` as in a crash."""
        self._run("pg_ctl", "stop", "-w", "-s", "-D", "data", "-m", how)

    def address(self, database: str = "postgres", user: str = "postgres") -> str:
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def sql(self, *statements: str, database: str = "postgres") -> None:
        for statement in statements:
            self._run(
                "psql", "-qX", "-v", "ON_ERROR_STOP=1", "-h", str(self.folder), "-c", statement, database
            )

    def _run(self, program: str, *words: str) -> None:
        owner = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
        command = [str(self.programs / program), *words]
        # Into a file: the server inherits it, and a pipe would stay open for as long as it runs.
        with (self.folder / "said").open("w+b") as said:
            done = subprocess.run(
                command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False,
                env=os.environ | {"PGUSER": "postgres", "LC_ALL": "C.UTF-8"}, timeout=60, **owner,
            )  # fmt: skip
            said.seek(0)
            assert done.returncode == 0, said.read().decode(errors="replace")


@pytest.fixture(scope="session")
def new_postgres() -> Iterator[Callable[..., Postgres]]:
    """Starts servers, each in a folder of its own, and stops them at the end; skips where there is none."""
    pytest.importorskip("psycopg", reason="the driver of PostgreSQL (psycopg) is not here")
    places = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    if found := shutil.which("initdb"):
        places.append(Path(found).parent)
    programs = next((place for place in places if (place / "initdb").exists()), None)
    if programs is None:
        pytest.skip("PostgreSQL is not here (Debian: postgresql)")
    with ExitStack() as ends:

        def new(*, safe: bool = False) -> Postgres:
            folder = Path(tempfile.mkdtemp(prefix="pacelight-pg-"))
            ends.callback(shutil.rmtree, folder)
            if os.geteuid() == 0:
                shutil.chown(folder, "postgres", "postgres")
            server = Postgres(folder, programs)
            server.make()
            server.start(safe=safe)
            ends.callback(server.stop, "immediate")  # nothing of it is wanted again
            return server

        yield new


@pytest.fixture(scope="session")
def postgres(new_postgres: Callable[..., Postgres]) -> Postgres:
    """The server that the tests share."""
    return new_postgres()


@pytest.fixture(scope="session")
def new_address(postgres: Postgres) -> Callable[[], str]:
    """Addresses of places for a book, each new and empty: schemas of one database."""
    import psycopg

    numbers = count(1)

    def new() -> str:
        name = f"place_{next(numbers)}"
        with psycopg.connect(host=str(postgres.folder), user="postgres", dbname="postgres") as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        return f"{postgres.address()}&options=-csearch_path%3D{name}"

    return new


RACE = {
    "schema": "pacelight.live/1",
    "seq": 0,
    "boot": "one",
    "state": "armed",
    "race": {
        "id": "mile",
        "name": "Men's mile",
        "event": {"code": "MILEsh", "name": "Mile short track", "distance_m": 1609.344},
        "sex": "men",
        "day": "2025-02-13",
        "venue": "Liévin",
        "competition": "Meeting",
    },
    "track": {"name": "short-200", "lap_m": 200.0, "start_s": 190.656, "outline": [], "lamps": []},
    "clock": {"gun_unix_ns": None, "rate": 1.0, "server_unix_ns": 1},
    "lights": [],
    "runners": [],
    "records": [],
    "output": {"frames": 0, "late": 0, "lateness_p99_ms": 0.0, "target": "sim://"},
}


@dataclass
class AnsweringEngine:
    """The engine's own end of a bus, behind which the table of roles alone decides.

    Attributes:
        heard: every request that came in on the bus, in order.
        silent: it hears and does not answer.
        why: with what it refuses what the table allows; empty to do it.
    """

    bus: Any
    heard: list[Any] = field(default_factory=list)
    silent: bool = False
    why: str = ""

    def serve(self, stop: threading.Event) -> None:
        """Until it is told to stop; it beats as an engine does."""
        snapshot = msgspec.json.encode(RACE)
        beat_s = time.monotonic()
        while not stop.is_set():
            self.bus.turn(0.02, lambda: snapshot)
            for asker in self.bus.asked():
                self._decide(asker)
            if time.monotonic() >= beat_s:
                self.bus.publish([], lambda: snapshot)
                beat_s = time.monotonic() + 1.0

    def _decide(self, asker: Any) -> None:
        from pacelight.errors import RaceError
        from pacelight.meet.desk import requests
        from pacelight.meet.desk.roles import may

        try:
            asked = requests.request(asker.line)
        except RaceError:
            asker.refuse()
            return
        self.heard.append(asked)
        if self.silent:
            return
        act = requests.act_of(asked.do)
        why = [] if may(asked.role, act) else [f"'{act}' is not for the role '{asked.role}'"]
        why += [self.why] * bool(self.why)
        answer = requests.Answer(asked.key, not why, len(self.heard), "armed", why)
        asker.answer(msgspec.json.encode(answer))


@pytest.fixture(scope="module")
def answering() -> Iterator[Callable[..., AnsweringEngine]]:
    """Opens engines that answer by the table of roles, each at these places, until the end."""
    from pacelight.meet.bus import Bus

    with ExitStack() as ends:

        def opened(*places: Any) -> AnsweringEngine:
            engine, stop = AnsweringEngine(Bus(*places)), threading.Event()
            thread = threading.Thread(target=engine.serve, args=(stop,))
            thread.start()
            ends.callback(engine.bus.close)
            ends.callback(thread.join)
            ends.callback(stop.set)
            return engine

        yield opened


@dataclass(frozen=True)
class Pages:
    """A web process of its own.

    Attributes:
        address: as it announced itself.
        access: the file of who is signed in.
        said: where its standard error goes.
    """

    address: str
    access: Path
    said: Path
    process: subprocess.Popen[str]

    def client(self, token: str = "", **headers: str) -> httpx.Client:
        """As a page of this server asks, signed in with this token."""
        cookies = {"pacelight": token} if token else {}
        return httpx.Client(
            base_url=self.address, headers={"X-Pacelight": "1", **headers}, cookies=cookies, timeout=20
        )

    def token(self, role: str, by: str = "") -> str:
        """Of somebody who is signed in as this; kept in the file, as if by the front door."""
        from pacelight.meet.desk.roles import Role
        from pacelight.web.rights.access import Access

        now_s = int(time.time())
        with Access(self.access) as access:
            found = access.pair(access.invite(Role(role), by or role, now_s).code, "127.0.0.1", now_s)
            assert found is not None
            return found[0]

    def code(self, role: str, by: str = "") -> str:
        """A code that lets in somebody of this role."""
        from pacelight.meet.desk.roles import Role
        from pacelight.web.rights.access import Access

        with Access(self.access) as access:
            return access.invite(Role(role), by or role, int(time.time())).code

    def log(self, event: str) -> list[str]:
        """The lines of its log about this."""
        return [
            line for line in self.said.read_text(encoding="utf-8").splitlines() if f"event={event} " in line
        ]


@pytest.fixture(scope="module")
def web_pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Pages]]:
    """Starts `pacelight web` on a port of its own with these arguments, until the end."""
    with ExitStack() as ends:

        def started(*arguments: Any, access: Path | None = None) -> Pages:
            folder = tmp_path_factory.mktemp("web")
            access, said = access or folder / "access.sqlite", folder / "said"
            line = [sys.executable, "-m", "pacelight", "web", "--port", "0", "--access", access, *arguments]
            process = subprocess.Popen(
                [str(word) for word in line],
                stdout=subprocess.PIPE,
                stderr=ends.enter_context(said.open("w")),
                text=True,
                env=os.environ | {"XDG_DATA_HOME": str(folder), "XDG_STATE_HOME": str(folder)},
            )
            ends.callback(process.wait, 20)
            ends.callback(process.terminate)
            assert process.stdout is not None
            ends.enter_context(process.stdout)
            address = process.stdout.readline().strip()
            assert address, said.read_text(encoding="utf-8")
            return Pages(address, access, said, process)

        yield started


@pytest.fixture(scope="session")
def recording() -> Callable[[str], bytes]:
    """All that a simulated timing system says in the Liévin mile: ``tests/golden/timing-SYSTEM.txt``."""
    folder = Path(__file__).resolve().parent / "golden"

    def said(system: str) -> bytes:
        lines = (folder / f"timing-{system}.txt").read_text(encoding="ascii").splitlines()
        return b"".join(line[9:].encode("ascii").decode("unicode_escape").encode("latin-1") for line in lines)

    return said
