"""The built pages, held in memory: read once, compressed once, served to thousands."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from starlette.requests import Request
from starlette.responses import Response

__all__ = ["STATIC", "Asset", "load"]

STATIC = Path(__file__).parent / "static"
"""Where `npm run build` puts the pages."""

FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
WORTH_IT = 512
"""Bytes from which compressing is worth it."""


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of the pages.

    Attributes:
        body: as it is on disk.
        packed: compressed with gzip; empty where that does not help.
        lasting: its name holds a hash of its content: a browser may keep it for ever.
        vary: what of a request decides how it is answered.
    """

    body: bytes
    packed: bytes
    media_type: str
    lasting: bool
    etag: str
    vary: str = "accept-encoding"

    @classmethod
    def packing(
        cls, body: bytes, media_type: str, *, lasting: bool, etag: str, vary: str = "accept-encoding"
    ) -> Self:
        """With its compressed form, where that is smaller."""
        packed = gzip.compress(body, 9, mtime=0) if len(body) >= WORTH_IT else b""
        return cls(body, packed if len(packed) < len(body) else b"", media_type, lasting, etag, vary)

    def response(self, request: Request) -> Response:
        """The file, compressed where the browser takes it, or that it has not changed."""
        headers = {
            "cache-control": FOR_EVER if self.lasting else ASK_AGAIN,
            "etag": self.etag,
            "vary": self.vary,
        }
        if request.headers.get("if-none-match") == self.etag:
            return Response(status_code=304, headers=headers)
        if self.packed and "gzip" in request.headers.get("accept-encoding", ""):
            headers["content-encoding"] = "gzip"
            return Response(self.packed, headers=headers, media_type=self.media_type)
        return Response(self.body, headers=headers, media_type=self.media_type)


def load(folder: Path = STATIC) -> dict[str, Asset]:
    """All files of a folder by their path within it, ``/`` between names; none where there is no folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    return {path.relative_to(folder).as_posix(): _asset(path, folder) for path in files}


def _asset(path: Path, folder: Path) -> Asset:
    body = path.read_bytes()
    return Asset.packing(
        body,
        mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        lasting=path.relative_to(folder).parts[0] == "assets",
        etag=f'"{hashlib.sha256(body).hexdigest()[:16]}"',
    )
