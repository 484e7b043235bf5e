"""What people see: the live page, its stream of events, and the results in plain HTML.

::

    engine ──bus──► live (snapshot, deltas) ──► stream ──► browsers
                                            └─► /api/snapshot, /results
"""

from pacelight.web.server import listen, serve

__all__ = ["listen", "serve"]
