"""Whole meets, each of one seed: whatever goes wrong, what was promised is kept."""

import subprocess
import sys
from pathlib import Path

import pytest

MEETS = Path(__file__).parent / "meets.py"


def played(first: int, last: int) -> None:
    """Play these seeds; each that fails is named with the command that shows it again."""
    done = subprocess.run(
        [sys.executable, MEETS, str(first), str(last)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_few_meets_with_drift_loss_duplicates_false_starts_power_cuts_and_full_disks() -> None:
    played(0, 24)


@pytest.mark.prove
@pytest.mark.timeout(7200)
def test_ten_thousand_meets() -> None:
    played(0, 10_000)


@pytest.mark.prove
@pytest.mark.timeout(7200)
def test_seventy_two_hours_of_meets_leave_memory_and_open_files_as_they_were() -> None:
    done = subprocess.run(
        [sys.executable, MEETS, "72", "--soak"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
