"""Approved pictures: what a screen looked like when somebody last looked at it and said that it was good.

A picture is kept at a quarter of its size in few colours: each machine draws letters a little differently.
Loaded by tests through `beside`, since tests cannot import one another.
"""

import os
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageChops

APPROVES = "PACELIGHT_APPROVE" in os.environ
QUARTER = 4
COLOURS = 64
DIFFERS = 56
"""Of 255 steps of a colour; what is less is how an edge was drawn."""
MOST = 0.01
"""Of the points of a picture that may differ."""


def small(png: bytes) -> "Image.Image":
    """A screenshot, at a quarter of its size."""
    whole = Image.open(BytesIO(png)).convert("RGB")
    return whole.resize((whole.width // QUARTER, whole.height // QUARTER), Image.Resampling.BOX)


def approve(picture: "Image.Image", path: Path) -> None:
    """Keep it, in few colours: as far apart as can be, so that what is small keeps its own."""
    path.parent.mkdir(exist_ok=True)
    few = picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def differing(picture: "Image.Image", approved: "Image.Image") -> tuple[float, "Image.Image"]:
    """How much of a picture is another than what was approved, and where; points that only one has are."""
    size = max(picture.width, approved.width), max(picture.height, approved.height)
    one, other = (Image.new("RGB", size, colour) for colour in ("#f0f", "#0f0"))
    one.paste(picture)
    other.paste(approved)
    parted = np.asarray(ImageChops.difference(one, other)).max(axis=2) > DIFFERS
    shown = np.asarray(one.convert("L").convert("RGB")) // 3
    shown = np.where(parted[..., None], np.array([255, 0, 0], np.uint8), shown)
    return float(parted.mean()), Image.fromarray(shown.astype(np.uint8))


def same(font: str, path: Path) -> bool:
    """Whether the letters are those of the approved pictures: of others every line is another.

    Args:
        font: by which they are known.
        path: where that of the approved pictures is written.
    """
    if APPROVES:
        path.write_text(f"{font}\n", encoding="ascii")
    return path.read_text(encoding="ascii").strip() == font


def faults(png: bytes, path: Path, folder: Path) -> list[str]:
    """What is wrong with a screenshot, and where it lies; nothing where it is as it was approved.

    Args:
        png: the screenshot.
        path: of the approved picture.
        folder: is given the new picture, and where it differs.
    """
    picture = small(png)
    if APPROVES:
        approve(picture, path)
        return []
    new = folder / path.name
    if not path.exists():
        new.write_bytes(png)
        return [f"nobody has approved {path.name} yet: it is {new}"]
    with Image.open(path) as approved:
        part, where = differing(picture, approved.convert("RGB"))
    if part < MOST:
        return []
    new.write_bytes(png)
    where.save(folder / f"{path.stem}-differs.png")
    return [
        f"{path.name}: {part:.1%} of it is another than was approved: see {new}, and beside it what differs"
    ]
