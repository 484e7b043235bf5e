"""The bus: where an engine tells pages, standbys and light nodes what happens.

::

    engine ── speaking ──► snapshot, then numbered deltas          ──► listening: pages
                 │
                 ├───────► answers, to who asked                      ◄── requests: pages, command line
                 │
                 └───────► lines of the journal, as they are saved ──► listening: standbys, nodes

A bus is a Unix socket, which the file's rights guard, or a port, which a secret guards (`address`,
`secret`). Nothing here ever blocks an engine: who is slow, silent or wrong is dropped.
"""

from pacelight.meet.bus.address import Tcp, Where, where
from pacelight.meet.bus.listening import Hearing, listen
from pacelight.meet.bus.secret import Secret
from pacelight.meet.bus.speaking import LIMIT, Asker, Bus, BusStatistics, Snapshot, Watched
from pacelight.meet.bus.wishes import Follow

__all__ = [
    "LIMIT",
    "Asker",
    "Bus",
    "BusStatistics",
    "Follow",
    "Hearing",
    "Secret",
    "Snapshot",
    "Tcp",
    "Watched",
    "Where",
    "listen",
    "where",
]
