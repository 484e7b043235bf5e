"""What people are told beside the answer: one line on standard error."""

import sys

__all__ = ["warn"]


def warn(text: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"pacelight: {text}\n")
    sys.stderr.flush()
