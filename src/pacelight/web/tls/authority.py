"""The page from which a phone takes the authority, and the way from http to https."""

from collections.abc import Collection

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from pacelight.web.headers import Guarded
from pacelight.web.rights.asker import Asker
from pacelight.web.rights.guard import refusal
from pacelight.web.rights.pages import styles, written
from pacelight.web.tls.folder import Folder

__all__ = ["pages", "towards_tls"]

_NO_STORE = {"cache-control": "no-store"}


def pages(folder: Folder) -> list[Route]:
    """The authority, for phones to install: it is public."""

    async def page(request: Request) -> Response:
        return written("authority.html", request, here="/authority", shown=folder.show())

    async def certificate(_: Request) -> Response:
        headers = _NO_STORE | {"content-disposition": 'attachment; filename="pacelight-authority.crt"'}
        return Response(folder.der(), headers=headers, media_type="application/x-x509-ca-cert")

    return [
        Route("/authority", page, methods=["GET"]),
        Route("/authority.crt", certificate, methods=["GET"]),
    ]


def towards_tls(folder: Folder, names: Collection[str], port: int) -> ASGIApp:
    """What answers without TLS: the authority, and for all other pages the way to them.

    Programs are not led on, so that one which is set up without TLS is found out.
    Source: OWASP ASVS 5.0.0, 4.1.2.
    """

    async def away(request: Request) -> Response:
        asker = Asker.of(request.scope)
        if not asker.is_for(names):
            return refusal(421, "this server does not go by that name (add it with --name)")
        if request.method not in {"GET", "HEAD"} or request.url.path.startswith("/api/"):
            return refusal(403, "only over https")
        host = f"[{asker.host}]" if ":" in asker.host else asker.host
        path = request.url.path.lstrip("/\\")
        asked = f"?{request.url.query}" * bool(request.url.query)
        return RedirectResponse(f"https://{host}:{port}/{path}{asked}", 307, _NO_STORE)

    anything = Route("/{path:path}", away, methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])
    return Guarded(Starlette(routes=[*pages(folder), *styles(), anything]))
