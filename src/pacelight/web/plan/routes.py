"""The addresses of plans. Nothing of them is loaded before somebody asks for one."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pacelight.web.assets import load
from pacelight.web.frame import Around

if TYPE_CHECKING:
    from pacelight.web.book.shelf import Shelf
    from pacelight.web.plan.pages import Pages

__all__ = ["routes"]

_STYLE = Path(__file__).parent / "style"
_BOOK_STYLE = Path(__file__).parents[1] / "book" / "style"


def routes(shelf: "Shelf | None", around: Around, today: Callable[[], date] | None = None) -> list[Route]:
    """What answers at each address.

    Args:
        shelf: the book whose records are run; None where there is none.
        around: what there is besides.
        today: the day that it is here; by the clock of this machine, if not given.
    """

    @cache
    def pages() -> "Pages":
        # Loaded with the first plan: a race that must be back within two seconds does not wait for it.
        from pacelight.web.plan.pages import Pages  # noqa: PLC0415

        return Pages(shelf, around, today or _today)

    def asked(name: str) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            made: Response = await run_in_threadpool(lambda: getattr(pages(), name)(request))
            return made

        return endpoint

    return [
        Route("/plan", asked("page"), methods=["GET"]),
        *(Route(f"/plan.{form}", asked(form), methods=["GET"]) for form in ("json", "csv", "toml", "pdf")),
        *_styles(),
    ]


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()  # noqa: TID251  # the edge: an address without a day


def _styles() -> list[Route]:
    """How the pages look; the book's style too, where no book is shown."""

    def served(name: str) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            return assets[name].response(request)

        return endpoint

    assets = {**load(_BOOK_STYLE), **load(_STYLE)}
    return [Route(f"/{name}", served(name), methods=["GET"]) for name in assets]
