"""Timing systems that are not there: each speaks its real protocol, from a race that was run."""
