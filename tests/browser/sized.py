"""A page on a screen of another size, once it is drawn there."""

from playwright.sync_api import Page

__all__ = ["size"]

_DRAWN = """width => new Promise((drawn) => {
    const frames = (left) => requestAnimationFrame(() => {
        if (innerWidth !== width) frames(left);
        else if (left > 1) frames(left - 1);
        else drawn();
    });
    frames(4);
})"""
"""What is laid out by the size of something else is so a frame later, and what hangs on that in the next."""


def size(page: Page, width: int, height: int) -> None:
    """Give it that screen, and wait until all of it is laid out."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(_DRAWN, width)
