"""What every answer tells the browser about what it may do."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["POLICY", "Guarded"]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
)
"""Nothing from elsewhere, no script or style inside a page. Source: W3C Content Security Policy Level 3."""

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), hid=(), midi=()"
"""Nothing of a device is asked for. Source: W3C Permissions Policy."""

GUARDS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    # To others nothing is told; our own forms are known by the origin that they name.
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", PERMISSIONS.encode()),
]


class Guarded:
    """Adds the headers to every response of an application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass all on; add the headers where a response starts."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *GUARDS]
            await send(message)

        await self._app(scope, receive, guarded)
