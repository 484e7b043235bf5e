"""Who did what, when and why, as the journals have it, with the proof that nothing was changed.

::

    journals ─► told (a line each, in words) ─► a page; as JSON
"""

from pacelight.web.log.routes import routes
from pacelight.web.log.told import Journals

__all__ = ["Journals", "routes"]
