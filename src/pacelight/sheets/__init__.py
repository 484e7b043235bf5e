"""What is printed: sheets on paper, set with Typst, offline.

Pure: `check_sheet` (what stands on it). Edge: `typesetting` (which makes the pages).
"""

__all__: list[str] = []
