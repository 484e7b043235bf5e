"""A patch one can see: twelve lamps, two controllers, and what each of their channels shows."""

from pathlib import Path

import numpy as np

from pacelight.track import Survey
from pacelight.track.survey.controller import DARK

HERE = Path(__file__).parent

SURVEY = """\
track = "short-200"

[[controller]]
name = "west"
lamps = 9

[[controller.segment]]          # across the finish, against the running direction
first = 0
count = 5
direction = "against"
points = [{ lamp = 0, metre = 34.0 }, { lamp = 4, metre = 166.9 }]
dead = [1]
colours = "GRB"

[[controller.segment]]          # after an unused lamp
first = 6
count = 2
points = [{ lamp = 6, at = "tangent 2" }, { lamp = 7, metre = 71.5 }]

[[controller]]
name = "east"

[[controller.segment]]
first = 0
count = 5
points = [{ lamp = 0, metre = 88.0 }, { lamp = 4, metre = 151.0 }]
colours = "BRG"
"""


def picture(survey: Survey) -> str:
    """The lamps in running direction, then what each lamp of each controller shows on its channels."""
    rows = [
        f"lamp {lamp:2} at {metre:6.2f} m: {survey.hung(lamp)}" for lamp, metre in enumerate(survey.metres)
    ]
    for controller in survey.controllers:
        rows += ["", controller.name]
        for number, channels in enumerate(controller.channels.reshape(-1, 3).tolist()):
            shown = " ".join(_shown(channel) for channel in channels)
            rows.append(f"lamp {number}  {shown}".rstrip())
    return "\n".join(rows) + "\n"


def _shown(channel: int) -> str:
    return "  . " if channel == DARK else f"{channel // 3:3}{'rgb'[channel % 3]}"


def test_a_patch_is_as_it_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "hall.toml").write_text(SURVEY)
    survey = Survey.read(tmp_path / "hall.toml")
    assert picture(survey) == (HERE / "patch.txt").read_text()


def test_a_frame_arrives_as_the_lamps_stand(tmp_path: Path) -> None:
    (tmp_path / "hall.toml").write_text(SURVEY)
    survey = Survey.read(tmp_path / "hall.toml")
    frame = np.arange(3 * len(survey), dtype=np.uint8) + 1
    west, east = (np.where(one.channels == DARK, 0, frame[one.channels]) for one in survey.controllers)
    assert west.tolist() == [
        8,
        7,
        9,
        0,
        0,
        0,
        2,
        1,
        3,
        35,
        34,
        36,
        32,
        31,
        33,
        *[0] * 3,
        *range(10, 16),
        *[0] * 3,
    ]
    assert east.reshape(-1, 3)[0].tolist() == [18, 16, 17]
