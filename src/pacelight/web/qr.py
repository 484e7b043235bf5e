"""Codes that a phone's camera reads: in a page, and of pages, as other machines reach them."""

from io import BytesIO
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pacelight.web.rights.asker import Asker

if TYPE_CHECKING:
    from segno import QRCode

__all__ = ["codes", "picture"]

_PAGES = ("", "announcer")


def picture(text: str) -> list[str]:
    """The QR code of a text: rows of 0 and 1, its quiet border left out."""
    return ["".join("1" if dark else "0" for dark in row) for row in _made(text).matrix]


def codes(address: str) -> list[Route]:
    """What draws those of the race, at `/code.svg`, and of the announcer's page.

    Args:
        address: of the pages, for other machines; empty where this machine alone sees them.
    """
    return [_code(address, page) for page in _PAGES]


def _code(address: str, page: str) -> Route:
    async def drawn(request: Request) -> Response:
        asker = Asker.of(request.scope)
        base = address if asker.near and address else f"{asker.origin}/"
        drawing = BytesIO()
        made = _made(f"{base}{page}")
        made.save(drawing, kind="svg", scale=8, border=3, dark="#000", light="#fff", xmldecl=False)
        return Response(drawing.getvalue(), media_type="image/svg+xml", headers={"cache-control": "no-store"})

    return Route(f"/{page}/code.svg" if page else "/code.svg", drawn, methods=["GET"])


def _made(text: str) -> "QRCode":
    import segno  # noqa: PLC0415  # loaded with the first code: a race that must be back does not wait for it

    return segno.make_qr(text, error="m")
