"""`pacelight track survey`, as somebody answers it: what is asked, kept, taken back, never overwritten."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from pacelight.cli import main
from pacelight.errors import SurveyError
from pacelight.track import Survey, track
from pacelight.track.survey.answers import address, colours, gaps, metres, name, number, numbers, points, yes
from pacelight.track.survey.segment import Gap, Point, Segment

WEST = ["short-200", "2", "west", "sacn://10.0.0.11", "120", "1", "0", "100", "0 finish, 99 99"]
"""Up to the first known points; what follows is no more of them, no gaps, no offset."""
KEPT = [*WEST, "", "", "", "", "17", "GRB", ""]
EAST = ["east", "", "", "", "", "100", "0 199, 99 100 m", "", "", "", "", "", "", "", ""]


@dataclass(frozen=True)
class Result:
    returncode: int
    stdout: str
    stderr: str


def run(file: Path, answers: list[str], *options: str) -> Result:
    """What a user types, in this process: a question is asked a thousand times here."""
    out, error = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(error):
        patch.setattr(sys, "argv", ["pacelight", "track", "survey", str(file), *options])
        patch.setattr(sys, "stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
        with pytest.raises(SystemExit) as ended:
            main()
    return Result(ended.value.code or 0, out.getvalue(), error.getvalue())  # type: ignore[arg-type]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "hall.toml"


def kept(file: Path) -> list[str]:
    return file.with_name("hall.toml.answers").read_text().splitlines()


def test_what_is_answered_becomes_a_survey(file: Path) -> None:
    result = run(file, [*KEPT, *EAST])
    assert (result.returncode, result.stderr) == (0, "")
    survey = Survey.read(file)
    assert [(one.name, one.output, one.lamps) for one in survey.controllers] == [
        ("west", "sacn://10.0.0.11", 120),
        ("east", "", 100),
    ]
    west, east = (one.segment for one in survey.placed)
    assert west == Segment(
        0, 100, points=(Point(0, 0.0, "finish"), Point(99, 99.0)), dead=(17,), colours="GRB"
    )
    assert east == Segment(0, 100, against=True, points=(Point(0, 199.0), Point(99, 100.0)))
    lines = result.stdout.splitlines()
    assert (
        "  lamps 0 to 99 from 0.00 m to 99.00 m, one every 99.0 cm, numbered with the running direction, "
        "dead: 17, GRB"
    ) in lines
    assert "  nothing is wrong with it" in lines
    assert lines[-5] == f"{file}: whole, 200 lamps round short-200, 0.990 to 1.008 m apart"
    assert sorted(path.name for path in file.parent.iterdir()) == ["hall.toml"]


def test_a_process_reads_a_pipe_and_shows_what_it_read(file: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-W", "error", "-m", "pacelight", "track", "survey", str(file)],
        input="".join(f"{answer}\n" for answer in [*KEPT, *EAST]),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=os.environ | {"COLUMNS": "110"},
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert "controller 1 of 2: its name? [1] west\n" in result.stdout
    assert len(Survey.read(file)) == 200


def test_json_alone_is_on_standard_output(file: Path) -> None:
    result = run(file, [*KEPT, *EAST], "--json")
    shape = json.loads(result.stdout)
    assert (shape["schema"], shape["whole"], shape["lamps"]) == ("pacelight.survey/1", True, 200)
    assert "Which track?" in result.stderr


@pytest.mark.parametrize("answered", range(len(KEPT) + len(EAST)))
def test_broken_off_after_any_answer_it_goes_on_where_it_was(file: Path, answered: int) -> None:
    answers = [*KEPT, *EAST]
    first = run(file, answers[:answered])
    assert first.returncode == 1
    assert f"broken off after {answered} answers, nothing is lost" in first.stderr
    assert file.exists() == (answered >= len(KEPT))
    second = run(file, answers[answered:])
    assert (second.returncode, second.stderr) == (0, "")
    whole = file.with_name("at-once.toml")
    run(whole, answers)
    assert file.read_text() == whole.read_text()


def test_a_segment_is_saved_as_soon_as_it_is_kept(file: Path) -> None:
    run(file, KEPT)
    assert file.read_text().count("[[controller.segment]]") == 1
    run(file, ["east", "quit"])
    assert kept(file)[-1] == "east"


def test_an_answer_is_taken_back_also_after_a_crash(file: Path) -> None:
    run(file, [*KEPT, "wets"])
    result = run(file, ["back", *EAST])
    assert result.returncode == 0
    assert [one.name for one in Survey.read(file).controllers] == ["west", "east"]


def test_one_may_go_back_to_the_first_question_and_no_further(file: Path) -> None:
    result = run(file, ["standard-400", "1", "back", "<", "back", *KEPT, *EAST])
    assert result.returncode == 0
    assert Survey.read(file).track == track("short-200")


def test_a_segment_that_was_kept_may_be_taken_back(file: Path) -> None:
    answers = [*KEPT, "back", "no", *WEST[6:], "", "", "", "", "18", "BRG", "", *EAST]
    assert run(file, answers).returncode == 0
    assert Survey.read(file).placed[0].segment.dead == (18,)


def test_what_is_wrong_is_said_at_once_and_the_segment_asked_for_again(file: Path) -> None:
    wrong = ["0", "100", "0 finish, 50 70, 99 99", "", "", "", "", "", "", ""]
    result = run(file, [*WEST[:6], *wrong, *WEST[6:], "", "", "", "", "17", "GRB", "", *EAST])
    assert result.returncode == 0
    told = [line for line in result.stdout.splitlines() if line.startswith("  ! ")]
    assert told == [
        (
            "  ! controller west, segment 1: lamp 50 at 70.000 m and lamp 99 at 99.000 m: the lamps "
            "between them "
            "would stand 59.2 cm apart, others 1.381 m (one of the two is wrong, or a gap is not told)"
        )
    ]
    assert "west, segment 1 of 1: Keep it all the same? [no] " in result.stdout


def test_what_is_kept_all_the_same_is_said_again_at_the_end_and_fails(file: Path) -> None:
    result = run(file, ["short-200", "1", *KEPT[2:-1], "", "yes"])
    assert result.returncode == 1
    hole = (
        "a hole of 101.000 m after lamp 99 of controller west, segment 1, from 99.000 m to 0.000 m, "
        "where lamp 0 of controller west, segment 1 stands"
    )
    assert f"  ! {hole}" in result.stdout.splitlines()
    assert f"{file}: {hole}" in result.stdout.splitlines()
    assert not file.with_name("hall.toml.answers").exists()


@pytest.mark.parametrize(
    ("answer", "says", "after"),
    [
        ("hall", "no such track: 'hall' (there are standard-400,", 0),
        ("many", "a whole number from 1 to 1,000, not 'many'", 1),
        ("\x07", "a name is some letters or digits, as 'north' or '1'", 2),
        ("10.0.0.11", "an address is written as sacn://10.0.0.11 or ddp://10.0.0.11, not '10.0.0.11'", 3),
        ("0", "a whole number from 1 to 1,000,000, not '0'", 4),
        ("200", "a whole number from 1 to 120, not '200'", 7),
        ("100 99", "this segment has lamps 0 to 99, not lamp 100", 8),
        ("99 nowhere", "'nowhere' is no mark of short-200 (there are finish, 100 m, tangent 1, start of", 8),
        ("99 250", "250.000 m is outside the lap of 200 m", 8),
        ("99", "a lamp and where it stands, as '0 finish' or '299 49.83', not '99'", 8),
        ("120 1.5", "this segment has lamps 0 to 99, not lamp 120", 10),
        ("perhaps", "yes or no, not 'perhaps'", 12),
        ("500", "this segment has lamps 0 to 99, not lamps 500", 13),
        ("RGBW", "one of BGR, BRG, GBR, GRB, RBG, RGB, not 'RGBW'", 14),
        ("west", "'west' is the name of another controller", 16),
        ("sacn://10.0.0.11", "sacn://10.0.0.11 is the address of another controller", 17),
    ],
)
def test_an_answer_that_cannot_be_is_asked_for_again(file: Path, answer: str, says: str, after: int) -> None:
    answers = [*KEPT, *EAST]
    result = run(file, [*answers[:after], answer, *answers[after:]])
    assert result.returncode == 0
    assert [line for line in result.stdout.splitlines() if line.startswith(f"  {says}")] != []


def test_a_file_that_is_there_is_not_overwritten_unasked(file: Path) -> None:
    file.write_text("mine\n")
    for answers in ([], ["no"], ["perhaps", *KEPT]):
        assert run(file, answers).returncode in {1, 2}
        assert file.read_text() == "mine\n"
    assert run(file, ["yes", *KEPT, *EAST]).returncode == 0
    assert len(Survey.read(file)) == 200


def test_what_somebody_changed_in_between_is_not_overwritten_unasked(file: Path) -> None:
    run(file, KEPT)
    changed = file.read_text().replace("99.0", "98.9")
    file.write_text(changed)
    result = run(file, ["no"])
    assert (result.returncode, file.read_text()) == (2, changed)
    assert result.stderr == f"pacelight: {file} is left as it is (give another name for a new survey)\n"
    assert run(file, ["yes", *EAST]).returncode == 0
    assert Survey.read(file).placed[0].segment.points[1] == Point(99, 99.0)


def test_answers_that_fit_no_more_are_asked_for_again(file: Path) -> None:
    file.with_name("hall.toml.answers").write_text("short-200\nmany\nwest\nhalf a li")
    assert run(file, [*KEPT[1:], *EAST]).returncode == 0
    assert len(Survey.read(file)) == 200


def test_answers_that_cannot_be_read_or_kept_are_told_in_one_line(file: Path) -> None:
    beside = file.with_name("hall.toml.answers")
    beside.mkdir()
    result = run(file, KEPT)
    assert (result.returncode, result.stderr) == (2, f"pacelight: {beside} cannot be read: Is a directory\n")
    nowhere = file.parent / "no" / "hall.toml"
    result = run(nowhere, KEPT)
    assert result.returncode == 1
    assert result.stderr == f"pacelight: cannot write {nowhere}.answers (No such file or directory)\n"


def test_a_place_that_is_no_file_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    result = run(tmp_path, KEPT)
    assert (result.returncode, result.stderr) == (2, f"pacelight: {tmp_path}: Is a directory\n")
    assert "Which track?" not in result.stdout


def test_a_single_lamp_has_no_direction_and_no_distance(file: Path) -> None:
    result = run(file, ["short-200", "1", "", "", "", "", "", "1", "0 finish", "", "", "", "", "", ""])
    assert "  lamp 0 at 0.00 m, RGB" in result.stdout.splitlines()
    assert "numbers grow" not in result.stdout


def test_one_ends_by_saying_so(file: Path) -> None:
    result = run(file, [*KEPT, *EAST[:-1], "no", "yes"])
    assert result.returncode == 0
    assert "  write 'back' to change the answer before" in result.stdout.splitlines()


def test_one_point_is_enough_where_the_distance_is_known(file: Path) -> None:
    answers = [
        "short-200",
        "1",
        "",
        "",
        "",
        "",
        "",
        "200",
        "0 finish",
        "",
        "0",
        "0.990575",
        "",
        "",
        "",
        "",
        "",
        "",
    ]
    result = run(file, [*answers, "yes"])
    assert result.returncode == 0
    assert "  metres, as 0.1667, 0.002 or more, not '0'" in result.stdout.splitlines()
    assert Survey.read(file).placed[0].segment.apart == 0.990575


def test_a_segment_across_the_finish_is_seen_as_such(file: Path) -> None:
    answers = ["short-200", "1", "", "", "", "", "", "40", "0 180, 39 19", "", "", "", "", "", "", "yes", ""]
    result = run(file, answers)
    assert result.returncode == 1  # the rest of the lap is a hole
    assert "numbers grow with the running direction, one every 99.2 cm? [yes] " in result.stdout


def test_lamps_yet_to_be_hung_are_planned_without_a_question(file: Path) -> None:
    result = run(file, [], "--track", "standard-400", "--lamps", "2400", "--controllers", "8")
    assert (result.returncode, result.stderr) == (0, "")
    survey = Survey.read(file)
    assert [one.lamps for one in survey.controllers] == [300] * 8
    assert abs(survey.metres - Survey.even_kerb(track("standard-400"), 2400).metres).max() < 0.002


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (
            ["--track", "standard-400"],
            "--track and --lamps go together: without them every step is asked for",
        ),
        (["--lamps", "20"], "--track and --lamps go together: without them every step is asked for"),
        (["--track", "hall", "--lamps", "20"], "no such track: 'hall'"),
        (["--track", "short-200", "--lamps", "1"], "a survey has 2 to 1,000,000 lamps, not 1"),
        (
            ["--track", "short-200", "--lamps", "9", "--controllers", "10"],
            "9 lamps hang on 1 to 9 controllers, not on 10",
        ),
    ],
)
def test_what_cannot_be_planned_is_refused_in_one_line(file: Path, options: list[str], says: str) -> None:
    result = run(file, [], *options)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"pacelight: {says}")
    assert not file.exists()


def test_a_plan_overwrites_nothing(file: Path) -> None:
    file.write_text("mine\n")
    result = run(file, [], "--track", "short-200", "--lamps", "20")
    assert (result.returncode, file.read_text()) == (2, "mine\n")
    assert result.stderr == f"pacelight: {file} is there already (give another name, or remove it)\n"


SEGMENT = Segment(10, 100)


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (points(track("short-200"), SEGMENT), "lamp 10 at finish", (Point(10, 0.0, "finish"),)),
        (
            points(track("short-200"), SEGMENT),
            "10 12.5 m, 20 Tangent  2",
            (Point(10, 12.5), Point(20, 54.97787143782138, "tangent 2")),
        ),
        (gaps(SEGMENT), "after 20 1.5 m, before 10 4", (Gap(20, 1.5), Gap(9, 4.0))),
        (numbers(SEGMENT), "60-62, 17, 60 to 61", (17, 60, 61, 62)),
        (metres(float("-inf")), "-0.35", -0.35),
        (metres(0.1), "", None),
        (colours, "grb", "GRB"),
        (number(1, 10), "10", 10),
        (name({"north"}), "south 2", "south 2"),
        (address(set()), "artnet://lamps.example?universe=3", "artnet://lamps.example?universe=3"),
        (address({"sim://a"}), "sim://", "sim://"),
        (yes, "Y", True),
        (yes, "no", False),
    ],
)
def test_answers_are_read_as_people_write_them(read: object, text: str, value: object) -> None:
    assert read(text) == value  # type: ignore[operator]


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (gaps(SEGMENT), "20"),
        (gaps(SEGMENT), "20 0"),
        (numbers(SEGMENT), "62-60"),
        (numbers(SEGMENT), "all"),
        (metres(0.1), "wide"),
        (number(1, 10), "1e3"),
        (number(1, 10), "\N{SUPERSCRIPT TWO}"),
        (number(1, 10), "9" * 5000),
    ],
)
def test_answers_that_cannot_be_are_refused(read: object, text: str) -> None:
    with pytest.raises(SurveyError):
        read(text)  # type: ignore[operator]
