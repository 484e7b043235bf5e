"""Fuzzes one parser for so many seconds: ``fuzz.py TARGET SECONDS FOLDER``.

What it finds is left in FOLDER as ``crash-...``; ``fuzz.py TARGET 0 FOLDER FILE`` runs that file again.
"""

import hashlib
import sys
from pathlib import Path

__all__: list[str] = []


def main() -> None:
    import atheris

    name, seconds, folder, *again = sys.argv[1:]
    with atheris.instrument_imports(include=["pacelight"], enable_loader_override=False):
        from targets import TARGETS, seeds

        from pacelight.errors import PacelightError

        call = TARGETS[name].make()

    def one(data: bytes) -> None:
        said = ""
        try:
            call(data)
        except PacelightError as refused:
            said = str(refused)
        assert "\n" not in said, "a refusal is one line"

    if again:
        one(Path(again[0]).read_bytes())
        return
    kept = Path(folder) / "seeds"
    kept.mkdir(parents=True, exist_ok=True)
    for seed in seeds(name):
        (kept / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    bounds = [f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=3000", "-max_len=8192"]
    atheris.Setup([sys.argv[0], *bounds, f"-artifact_prefix={folder}/", str(kept)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
