"""What a meet names is there, or is refused beside its field, in every language, and nothing is written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pacelight.web.setup.draft import LightDraft, MeetDraft, RaceDraft, RunnerDraft, TimingDraft
from pacelight.web.setup.named import hung, named
from pacelight.web.setup.survey import ControllerDraft, SurveyDraft
from pacelight.web.setup.tables import read

RUNNER = RunnerDraft("1", "Jakob Ingebrigtsen", "NOR", "ingebrigtsen-jakob")
RACE = RaceDraft(event="MILEsh", sex="men", lights=[LightDraft("WR")], runners=[RUNNER])
WHOLE = MeetDraft(
    name="Evening",
    venue="Oslo",
    day="2026-06-13",
    track="short-200",
    lamps="200",
    timing=[TimingDraft("finish", "lynx+udp://127.0.0.1:9000")],
    races=[RACE],
)
LIGHT, TIMING = "races.0.lights.0", "timing.0"
Left = Callable[[str], list[str]]
"""What of a refusal is left in English, by every other language."""

NONSENSE: list[tuple[str, str]] = [
    *(("output", url) for url in ("xyz://q", "q", "ddp://", "sacn://10.0.0.9?universe=x", "sim://there")),
    *(("output", url) for url in ("ddp://10.0.0.9:0", "ddp://224.0.0.1", "sacn+multicast://hall")),
    *(("output", url) for url in ("adalight://hall", "ddp://10.0.0.9?speed=3", "ddp://10.0.0.9?fps=0")),
    *(("survey", name) for name in ("nofile.toml", "hall", "broken.toml", "empty.toml", "/etc/passwd")),
    *(("book", name) for name in ("nowhere/book.sqlite", "broken.toml", "xyz://q", "~nobody-here/b.sqlite")),
    *(("spare", name) for name in ("broken.toml", "~nobody-here/spare")),
    *(("host", name) for name in ("here and there", "10.0.0.5/24", "http://10.0.0.5", "-")),
    *(("port", port) for port in ("http", "65536", "-1", "8370.5")),
    *(("track", name) for name in ("hall", "nowhere.gpx", "../standard-400")),
    *(("lamps", count) for count in ("lots", "1", "100001", "4e2")),
    *(("day", day) for day in ("soon", "13.6.2026", "2026-02-30")),
    *((f"{TIMING}.url", url) for url in ("lynx", "xyz://q", "lynx+udp://", "omega://10.0.0.5")),
    *((f"{TIMING}.url", url) for url in ("lynx+udp://[::1", "mylaps://127.0.0.1?laps=points")),
    *((f"{TIMING}.url", url) for url in ("lynx+udp://127.0.0.1:9000?dialect=dutch", "lynx+folder://here")),
    *((f"{TIMING}.url", url) for url in ("omega://10.0.0.5:1?laps=many", "ipico+serial:///dev/x?baud=1")),
    *((f"{TIMING}.url", url) for url in ("contact+serial:///dev/x?line=red",)),
    *((f"{TIMING}.allow", one) for one in ("everybody", "10.0.0.300", "10.0.0.0/40")),
    *(("races.0.file", name) for name in ("nofile.toml", "broken.toml", "../race.toml")),
    *(("races.0.entries", name) for name in ("nofile.csv", "broken.toml")),
    *(("races.0.at", at) for at in ("25:00", "noon")),
    *(("races.0.number", number) for number in ("1 2 3 4", "-1 2 3 x")),
    *(("races.0.event", event) for event in ("", "1501x", "LJ")),
    *(("races.0.stakes", stakes) for stakes in ("NR", "NR ZZZ", "AR MOON")),
    *((f"{LIGHT}.event", event) for event in ("1501x",)),
]
"""A field of the meet, and what nobody means by it."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "broken.toml").write_text("no, this is no file of ours", encoding="utf-8")
    (tmp_path / "empty.toml").write_text("", encoding="utf-8")
    return tmp_path


def refused(draft: MeetDraft, folder: Path) -> dict[str, list[str]]:
    """By field, why it is."""
    found = read(draft)
    every = [*found.faults, *named(draft, folder, {one.at for one in found.faults})]
    return {one.at: [other.words for other in every if other.at == one.at] for one in every}


def with_field(draft: Any, at: str, value: Any) -> Any:
    """A draft in which one field is another."""
    name, _, rest = at.partition(".")
    if not rest:
        return msgspec.structs.replace(draft, **{name: value})
    nth, _, inner = rest.partition(".")
    held = list(getattr(draft, name))
    held[int(nth)] = with_field(held[int(nth)], inner, value)
    return msgspec.structs.replace(draft, **{name: held})


def bad(at: str, typed: str) -> MeetDraft:
    draft: MeetDraft = with_field(WHOLE, at, typed)
    beside = {"survey": ("lamps", ""), "races.0.entries": ("races.0.runners", [])}
    return with_field(draft, *beside[at]) if at in beside else draft


@pytest.mark.parametrize(("at", "typed"), NONSENSE)
def test_nonsense_in_a_field_is_told_beside_it_in_every_language(
    at: str, typed: str, folder: Path, left_in_english: Left
) -> None:
    told = refused(bad(at, typed), folder)
    assert list(told) == [at]
    assert [one for words in told[at] for one in left_in_english(words)] == []
    assert not any(str(folder) in words for words in told[at])


@pytest.mark.parametrize(
    ("light", "at"),
    [
        (LightDraft("NR", level="NR"), "scope"),
        (LightDraft("WR", level="WORLD"), "level"),
        (LightDraft("pace", kind="even", mark="soon"), "mark"),
        (LightDraft("pace", kind="even", mark="3:45.123"), "mark"),
        (LightDraft("pace", kind="even"), "mark"),
        (LightDraft("pace", kind="splits", splits="400 m"), "splits"),
        (LightDraft("pace", kind="splits"), "splits"),
    ],
)
def test_a_plan_that_is_none_is_told_in_every_language(
    light: LightDraft, at: str, folder: Path, left_in_english: Left
) -> None:
    told = refused(
        msgspec.structs.replace(WHOLE, races=[msgspec.structs.replace(RACE, lights=[light])]), folder
    )
    assert list(told) == [f"{LIGHT}.{at}"]
    assert [one for words in told[f"{LIGHT}.{at}"] for one in left_in_english(words)] == []


@pytest.mark.parametrize(
    "whole",
    [
        {"output": "sim://"},
        {"output": "sacn://10.0.0.20?universe=1"},
        {"output": "sacn://nobody.invalid"},
        {"survey": "lamps.toml", "lamps": ""},
        {"host": "10.0.0.2", "port": "0", "spare": "later/spare", "book": "book.sqlite"},
        {"timing": [TimingDraft("a", "omega://nobody.invalid:4001")]},
        {"timing": [TimingDraft("a", "mylaps://10.0.0.5", "10.0.0.7, 10.0.0.8/30")]},
        {"timing": [TimingDraft("a", "contact+serial:///dev/ttyS0?line=cts")]},
    ],
    ids=str,
)
def test_what_is_only_not_here_yet_is_no_fault(whole: dict[str, Any], folder: Path) -> None:
    assert refused(msgspec.structs.replace(WHOLE, **whole), folder) == {}


ADDRESSES = (
    "xyz://q",
    "ddp://",
    "sacn://10.0.0.9?universe=x",
    "ddp://10.0.0.9:0",
    "artnet://255.255.255.255",
)


@pytest.mark.parametrize("url", ADDRESSES)
def test_a_controller_at_no_address_is_told_in_every_language(url: str, left_in_english: Left) -> None:
    (one,) = hung(SurveyDraft("short-200", [ControllerDraft("a", "sim://"), ControllerDraft("b", url)]))
    assert one.at == "controllers.1.output"
    assert left_in_english(one.words) == []


def test_what_is_refused_is_not_written_and_comes_back_whole(office: Any, race: Any) -> None:
    shown = office.met(races=[race])
    before = (office.folder / "meet.toml").read_bytes()
    meet = shown["draft"] | {"output": "xyz://q", "survey": "nofile.toml"}
    refused = office.told("PUT", "/meet", {"meet": meet, "seen": shown["seen"]}, 422)
    assert [one["at"] for one in refused["faults"]] == ["survey", "output"]
    assert refused["draft"] == meet
    assert (office.folder / "meet.toml").read_bytes() == before


def test_a_controller_at_no_address_is_not_written(office: Any) -> None:
    told = office.surveyed()
    before = (office.folder / "lamps.toml").read_bytes()
    draft = told["draft"]
    draft["controllers"][0]["output"] = "xyz://q"
    refused = office.told("PUT", "/survey", {"survey": draft, "seen": told["seen"]}, 422)
    assert [one["at"] for one in refused["faults"]] == ["controllers.0.output"]
    assert (office.folder / "lamps.toml").read_bytes() == before


def test_a_race_that_lies_in_a_file_is_one(folder: Path) -> None:
    draft = msgspec.structs.replace(WHOLE, races=[RaceDraft(file="nofile.toml", id="mile")])
    assert list(refused(draft, folder)) == ["races.0.file"]
