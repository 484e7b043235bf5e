"""What is played is a program of its own: it is run, not collected."""

collect_ignore = ["disk.py", "evening.py", "meets.py", "world.py"]
