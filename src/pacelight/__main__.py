"""``python -m pacelight``."""

from pacelight.cli import main

main()
