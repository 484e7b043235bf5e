"""Screens that anybody opens and the meet office fills: scoreboards, televisions, a tablet at the gate.

::

    /display, a screen ──► its number        /displays, who directs ──► what it shows
          ▲                                                                  │
          └──────────────────────── asked once a second ◄────────────────────┘
"""

from pacelight.web.displays.kept import Displays
from pacelight.web.displays.routes import open_displays
from pacelight.web.displays.shapes import SHAPES

__all__ = ["SHAPES", "Displays", "open_displays"]
