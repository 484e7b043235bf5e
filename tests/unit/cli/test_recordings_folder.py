from pathlib import Path

import pytest

from pacelight.cli.recordings_folder import own_recordings


def test_races_are_kept_where_the_command_line_says_or_in_ones_own_state(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert own_recordings(None).parts[-2:] == ("pacelight", "recordings")
    assert own_recordings(Path("elsewhere")) == Path("elsewhere")
