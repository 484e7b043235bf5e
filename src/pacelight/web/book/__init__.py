"""The record book's pages: asked of the book for each request, written by the server, without JavaScript.

::

    address ──► parameters ──► a page's question ──► `book.asking` ──► Answer ──► HTML, JSON, CSV
                (what may be asked)                                     │
                                                   kept by revision ◄───┘ (shelf)

    home, search         what there is
    event                record, progression, all-time list of one event (each alone in `lists`)
    athlete, nation      a career; a nation's records
    worth, checks        what a mark would be; what changed, what agrees, where sources differ
    chart, words         a progression as SVG; how things are called
"""

from pacelight.web.book.routes import routes
from pacelight.web.book.shelf import Shelf

__all__ = ["Shelf", "routes"]
