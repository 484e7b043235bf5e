"""What every test may ask for."""

import ctypes
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path

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
