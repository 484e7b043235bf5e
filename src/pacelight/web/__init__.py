"""What people see: the live page, its stream of events, the results in plain HTML, the record book.

::

    engine ──bus──► live (snapshot, deltas) ──► stream ──► browsers
                                            └─► /api/snapshot, /api/races, /results
    engine ◄─bus── desk ◄── rights (role, act) ◄── sessions ◄── /pair, /api/requests
 record book ──asked for each page──► book ──► /book
"""

from pacelight.web.listening import listen
from pacelight.web.server import serve

__all__ = ["listen", "serve"]
