"""What `bench/live.py` is made of: a large book, a race in front of it, and a timing system."""
