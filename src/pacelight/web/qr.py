"""A code that a phone's camera reads, as a page draws it."""

__all__ = ["picture"]


def picture(text: str) -> list[str]:
    """The QR code of a text: rows of 0 and 1, its quiet border left out."""
    import segno  # noqa: PLC0415  # loaded with the first code: a race that must be back does not wait for it

    return ["".join("1" if dark else "0" for dark in row) for row in segno.make_qr(text, error="m").matrix]
