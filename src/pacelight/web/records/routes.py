"""The addresses of the record desk."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pacelight.web.assets import load
from pacelight.web.book.shelf import Shelf
from pacelight.web.frame import Around
from pacelight.web.records.deciding import ADDRESSES, Deciding
from pacelight.web.records.evidence import Folder
from pacelight.web.records.pages import Pages
from pacelight.web.rights.gate import Gate

__all__ = ["routes"]

_STYLE = Path(__file__).parent / "style"


def routes(shelf: Shelf, evidence: Folder, gate: Gate | None, around: Around) -> list[Route]:
    """What answers at each address.

    Args:
        shelf: the book in which is decided.
        evidence: where that of races lies.
        gate: lets people in who may decide; None shows, and lets nobody decide.
        around: what there is besides.
    """
    pages = Pages(shelf, evidence, gate, around)
    deciding = Deciding(pages)

    async def send(request: Request) -> Response:
        return await deciding(request)

    return [
        Route("/records", pages.candidates, methods=["GET"]),
        Route("/records/evidence", pages.file, methods=["GET"]),
        *(Route(address, send, methods=["POST"]) for address in ADDRESSES),
        *_styles(),
        Route("/records/{key:path}/dossier.pdf", pages.dossier, methods=["GET"]),
        Route("/records/{key:path}", pages.record, methods=["GET"]),
    ]


def _styles() -> list[Route]:
    def served(name: str) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            return assets[name].response(request)

        return endpoint

    assets = load(_STYLE)
    return [Route(f"/{name}", served(name), methods=["GET"]) for name in assets]
