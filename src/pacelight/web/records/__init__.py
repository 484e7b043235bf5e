"""The record desk: what was found, what has to be shown, and what people decide; it needs no JavaScript.

::

    candidates   what waits, the latest first        evidence   journals, reports and results of the race
    record       one performance and its checklist   rights     who may do what
    pages        what is shown                       dossier    the same on paper, with lines for a pen
    forms        what was typed, refused in words
    deciding     what is sent: written into the book as `pacelight book ratify` does, and logged
"""

from pacelight.web.records.evidence import Folder
from pacelight.web.records.routes import routes

__all__ = ["Folder", "routes"]
