"""QR codes of pages, as other machines reach them: `/code.svg` of the race, `/announcer/code.svg`."""

from io import BytesIO

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pacelight.web.rights.asker import Asker

__all__ = ["codes"]

_PAGES = ("", "announcer")


def codes(address: str) -> list[Route]:
    """What draws them.

    Args:
        address: of the pages, for other machines; empty where this machine alone sees them.
    """
    return [_code(address, page) for page in _PAGES]


def _code(address: str, page: str) -> Route:
    async def drawn(request: Request) -> Response:
        import segno  # noqa: PLC0415  # loaded with the first code: a race that must be back does not wait for it

        asker = Asker.of(request.scope)
        base = address if asker.near and address else f"{asker.origin}/"
        drawing = BytesIO()
        made = segno.make_qr(f"{base}{page}", error="m")
        made.save(drawing, kind="svg", scale=8, border=3, dark="#000", light="#fff", xmldecl=False)
        return Response(drawing.getvalue(), media_type="image/svg+xml", headers={"cache-control": "no-store"})

    return Route(f"/{page}/code.svg" if page else "/code.svg", drawn, methods=["GET"])
