"""``python -m spectators_parts.teller``: tells a race, as fast as it is asked to.

``bus PATH`` is the bus of an engine, to whoever comes; ``post PORT ADDRESS`` posts each update there.
For each line on standard input, ``RATE COUNT``, so many updates a second until so many are told;
then it says the number of the last. In between it says now and then that it lives, as an engine does.
"""

import http.client
import json
import select
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from pacelight.track import track
from spectators_parts import HOST

ALIVE_S = 0.5

MARK = {"text": "3:46.63", "value": 226630, "unit": "ms", "precision": 2}

SNAPSHOT: dict[str, Any] = {
    "schema": "pacelight.live/1",
    "seq": 0,
    "boot": "bench",
    "state": "running",
    "race": {
        "id": "mile",
        "name": "Men's mile",
        "event": {"code": "MILEsh", "name": "Mile short track", "distance_m": 1609.344},
        "sex": "men",
        "day": "2025-02-13",
        "venue": "Liévin",
        "competition": "Meeting",
    },
    "track": {
        "name": "short-200",
        "lap_m": 200.0,
        "start_s": 190.656,
        "outline": track("short-200").outline(200).tolist(),
        "lamps": [float(n) for n in range(200)],
        "open": False,
        "way": [],
    },
    "clock": {"gun_unix_ns": 1, "rate": 1.0, "server_unix_ns": 1},
    "lights": [
        {"name": "wr", "label": "World record 3:46.63", "colour": "#19e36b", "head_m": 1.0, "tail_m": 8.0}
        | {"mark": MARK, "athlete": None, "as_of": None, "pieces": [[0.0, 0.0, 7.1, 0.0]], "finish_s": 226.63}
        | {"pattern": "comet", "dash_m": 2.0, "priority": 0}
    ],
    "blend": "cover",
    "runners": [
        {"bib": str(n), "name": f"Runner {n}", "nation": "NOR", "finish_only": False, "status": None}
        | {"splits": [], "gaps": [], "result": None}
        for n in range(14)
    ],
    "records": [],
    "output": {"frames": 0, "late": 0, "lateness_p99_ms": 0.0, "target": "sim://"},
}


def update(seq: int, number: int) -> dict[str, Any]:
    """A split; in its text, which update it is and when it was told."""
    return {
        "seq": seq,
        "type": "split",
        "bib": str(number % 14),
        "distance_m": 100.0,
        "elapsed_s": 14.15,
        "text": f"@{number}@{time.monotonic_ns()}@",
        "official": False,
        "method": "photo",
        "key": f"finishlynx/lane-{number % 14}/100 m/first",
    }


class Bus:
    """Listeners of a bus, each of whom gets all that is told from when it came."""

    def __init__(self, path: Path) -> None:
        self.seq = 0
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()
        self._heard: list[socket.socket] = []

    def tell(self, document: dict[str, Any]) -> None:
        """To everyone who is there."""
        while select.select([self._listener], [], [], 0)[0]:
            come, _ = self._listener.accept()
            come.sendall(json.dumps({**SNAPSHOT, "seq": self.seq}).encode() + b"\n")
            self._heard.append(come)
        self.seq += 1
        line = json.dumps({**document, "seq": self.seq}).encode() + b"\n"
        for listener in self._heard:
            with suppress(OSError):  # who listened has ended
                listener.sendall(line)


class Post:
    """Where each update is posted, on one connection."""

    def __init__(self, port: int, address: str) -> None:
        self._connection = http.client.HTTPConnection(HOST, port)
        self._address = address

    def tell(self, document: dict[str, Any]) -> None:
        """Post it."""
        with suppress(OSError, http.client.HTTPException):  # who took it has ended
            self._connection.request("POST", self._address, json.dumps(document))
            self._connection.getresponse().read()


def told(tell: Callable[[dict[str, Any]], None], number: int, rate: float, count: int) -> int:
    """So many updates from this number on, evenly; the number after the last."""
    begin = time.monotonic()
    for n in range(count):
        time.sleep(max(0.0, begin + n / rate - time.monotonic()))
        tell(update(0, number + n))
    return number + count


def main(teller: Bus | Post) -> None:
    print("ready", flush=True)
    number = 0
    while True:
        if not select.select([sys.stdin], [], [], ALIVE_S)[0]:
            teller.tell({"type": "output", **SNAPSHOT["output"]})
            continue
        line = sys.stdin.readline()
        if not line:
            return
        rate, count = line.split()
        number = told(teller.tell, number, float(rate), int(count))
        print(number - 1, flush=True)


if __name__ == "__main__":
    how, *where = sys.argv[1:]
    main(Bus(Path(where[0])) if how == "bus" else Post(int(where[0]), where[1]))
