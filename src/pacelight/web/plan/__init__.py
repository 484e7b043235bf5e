"""Pace plans on a page: asked by an address, shown as a table and a curve, printed for pacemakers.

::

    address ──► asked (which plan; what is wrong with it) ──► pages ──► HTML, JSON, CSV, TOML, PDF
                                        curve, cards ◄──────────┘
"""

from pacelight.web.plan.routes import routes

__all__ = ["routes"]
