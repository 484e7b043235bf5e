"""The page as a QR code leads to where it was asked."""

import asyncio
from io import BytesIO

import httpx
import segno

from pacelight.meet.bus.address import Where
from pacelight.web.app import application


def drawn(address: str) -> bytes:
    made = BytesIO()
    segno.make_qr(address, error="m").save(
        made, kind="svg", scale=8, border=3, dark="#000", light="#fff", xmldecl=False
    )
    return made.getvalue()


def test_the_code_is_of_the_page_as_it_was_asked_for(tmp_path: Where) -> None:
    app, _ = application(tmp_path, names=["pacelight.local"])

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://pacelight.local:8370") as client:
            return await client.get("/announcer/code.svg")

    answer = asyncio.run(asked())
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert answer.content == drawn("http://pacelight.local:8370/announcer")
    assert answer.content != drawn("http://127.0.0.1/announcer")
