"""Everything that takes bytes from outside, as something a fuzzer can call. A new parser adds one line.

A target takes any bytes. It may refuse them as `PacelightError`; anything else that it raises is a finding,
and so is a law that it holds them to and they break.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

__all__ = ["TARGETS", "Target", "seeds"]

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
GOLDEN = HERE.parent / "golden"
RECORDINGS = ROOT / "src" / "pacelight" / "recordings"
SHARED = ROOT.parent / "shared" / "data"

Call = Callable[[bytes], object]


@dataclass(frozen=True)
class Target:
    """One parser.

    Attributes:
        make: imports it and gives what takes bytes; called once, after the fuzzer has begun to watch imports.
        seeds: what it takes as a rule.
    """

    make: Callable[[], Call]
    seeds: Callable[[], Iterable[bytes]]


def seeds(name: str) -> list[bytes]:
    """What a target is begun with; at least something."""
    return [seed for seed in TARGETS[name].seeds() if seed] or [b"\n"]


def _function(module: str, name: str, *more: Any) -> Callable[[], Call]:
    """A function that takes bytes first."""

    def make() -> Call:
        function = getattr(import_module(module), name)
        return lambda data: function(data, *more)

    return make


def _text(module: str, name: str) -> Callable[[], Call]:
    """A function that takes text; a dotted name is found in a class."""

    def make() -> Call:
        found: Any = import_module(module)
        for part in name.split("."):
            found = getattr(found, part)
        return lambda data: found(data.decode("utf-8", "replace"))

    return make


def _dialogue(module: str, name: str, *, counts: bool = True, **how: Any) -> Callable[[], Call]:
    """A dialogue, held to its law: how bytes were cut changes nothing of what they say.

    Nor of how much is refused, if it counts messages and not pieces of what is none.
    """

    def make() -> Call:
        maker = getattr(import_module(module), name)

        def run(data: bytes) -> None:
            at = data[0] % (len(data) + 1) if data else 0
            whole, cut = maker("it", **how), maker("it", **how)
            for dialogue in (whole, cut):
                dialogue.opened(0)
            said = [one.reading for one in whole.feed(data, 1)]
            parts = [one.reading for part in (data[:at], data[at:]) for one in cut.feed(part, 1)]
            assert said == parts, "cut elsewhere it says something else"
            assert not counts or whole.refused == cut.refused, "cut elsewhere something else is refused"
            keys = [one.key for one in said if hasattr(one, "key")]
            whole.acknowledge(keys)
            whole.due(10**12)
            assert len(whole.sends()) <= 64 * (len(data) + 64), "it answers more than it was told"
            assert "\n" not in whole.why, "a reason is one line"

        return run

    return make


def _listens(module: str, name: str, **how: Any) -> Callable[[], Call]:
    """A dialogue whose messages do not say where they end: a cut may end one."""

    def make() -> Call:
        maker = getattr(import_module(module), name)

        def run(data: bytes) -> None:
            dialogue = maker("it", **how)
            dialogue.opened(0)
            dialogue.feed(data, 1)
            assert "\n" not in dialogue.why, "a reason is one line"

        return run

    return make


def _file(module: str, name: str) -> Callable[[], Call]:
    """A function that reads a file at a path."""

    def make() -> Call:
        found: Any = import_module(module)
        for part in name.split("."):
            found = getattr(found, part)

        def run(data: bytes) -> object:
            with TemporaryDirectory(prefix="fuzz-") as folder:
                path = Path(folder) / "file"
                path.write_bytes(data)
                return found(path)

        return run

    return make


def _recording(system: str) -> Callable[[], Iterable[bytes]]:
    def found() -> Iterable[bytes]:
        kept = GOLDEN / f"timing-{system}.txt"
        lines = kept.read_text(encoding="ascii").splitlines() if kept.exists() else []
        said = [line[9:].encode("ascii").decode("unicode_escape").encode("latin-1") for line in lines]
        return [*dict.fromkeys(said), b"".join(said)]

    return found


def _files(pattern: str, folder: Path = SHARED / "timing") -> Callable[[], Iterable[bytes]]:
    """Small files of that kind, as far as they are here."""
    return lambda: [
        path.read_bytes() for path in sorted(folder.rglob(pattern)) if path.stat().st_size < 20_000
    ][:40]


def _these(*texts: str) -> Callable[[], Iterable[bytes]]:
    return lambda: [text.encode() for text in texts]


def _written(module: str) -> Callable[[], Iterable[bytes]]:
    """What a writer of results makes of one runner."""

    def write() -> Iterable[bytes]:
        results = import_module(f"{_TIMING}.lists.race_result")
        row = results.ResultRow(name="Yared Nuguse", bib="1", place=1)
        yield import_module(f"{_TIMING}.lists.{module}").write(
            (results.RaceResult(rows=(row,), race="mile"),)
        )

    return write


_SENT = (
    '{"athletes": [{"id": 1, "firstName": "Yared", "lastName": "Nuguse"}], "units":'
    ' [{"title": "Mile", "rounds": [{"races": [{"number": 1, "results":'
    ' [{"athleteId": 1, "result": "3:46.63", "placeInRace": 1}]}]}]}]}'
)


def _requests() -> Iterable[bytes]:
    """Every kind of thing that is asked for, as far as it needs no more than its name, and a few that do."""
    plain = (
        "load",
        "check",
        "arm",
        "disarm",
        "gun",
        "hold",
        "go-on",
        "finish",
        "official",
        "recall",
        "blackout",
    )
    asked = [f'{{"act":"{act}"}}' for act in plain]
    asked += [
        '{"act":"split","bib":"1","distance":"1500 m","elapsed_ns":209630000000}',
        '{"act":"status","bib":"1","status":"DNF"}',
        '{"act":"strike","what":"finish/1","reason":"two fingers"}',
    ]
    return [
        f'{{"type":"request","key":"k","race":"mile","by":"lights","role":"director","do":{do},"seen":3}}'.encode()
        for do in asked
    ]


def _journal() -> Iterable[bytes]:
    """Three lines, each following from the one before."""
    chain = import_module("pacelight.meet.journal.chain")
    text, link = b"", chain.ROOT
    for n, event in enumerate((b'{"type":"commanded","command":"check"}', b"{}", b"[1,2]"), start=1):
        line = chain.line_of(n, link, 10**18 + n, event)
        text, link = text + line, chain.chain(line)
    return [text, text[:-5]]


_TIMING = "pacelight.timing.formats"
_REQUESTS = "pacelight.meet.desk.requests"


def _signed() -> Call:
    """A start signal from somebody who knows the secret and says anything."""
    import hmac

    from pacelight.timing.gun.start_receiver import StartReceiver

    def run(data: bytes) -> None:
        receiver = StartReceiver("it", b"secret", "c" * 8)
        signed = data + b" " + hmac.new(b"secret", data, "sha256").hexdigest().encode("ascii")
        heard, answer = receiver.feed(signed, 10**12)
        assert len(answer) <= 2 * len(signed) + 256, "it answers more than it was told"
        assert "\n" not in receiver.why, "a reason is one line"
        assert all(one.at_ns <= 10**12 + 10**9 for one in heard), "nothing was heard before it was"

    return run


TARGETS: dict[str, Target] = {
    "start signal": Target(
        _signed,
        lambda: [
            b"pacelight.start/1 hello 5e5de500 00000001",
            b"pacelight.start/1 press 5e5de500 cccccccc 1 1 1000",
            b"pacelight.start/1 heard 5e5de500 cccccccc 1 1 1000",
        ],
    ),
    "omega": Target(_dialogue(f"{_TIMING}.omega_dialogue", "OmegaDialogue"), _recording("omega")),
    "mylaps": Target(_dialogue(f"{_TIMING}.mylaps_dialogue", "MylapsDialogue"), _recording("mylaps")),
    "raceresult": Target(
        _dialogue(f"{_TIMING}.raceresult_dialogue", "RaceResultDialogue", trigger_is_gun=True),
        _recording("raceresult"),
    ),
    "ipico": Target(_dialogue(f"{_TIMING}.ipico", "IpicoDialogue"), _recording("ipico")),
    "jchip": Target(_dialogue(f"{_TIMING}.jchip", "JchipDialogue"), _recording("jchip")),
    "lynx": Target(_dialogue(f"{_TIMING}.lynx_dialogue", "LynxDialogue", counts=False), _recording("lynx")),
    "lynx framed": Target(
        _dialogue(f"{_TIMING}.lynx_dialogue", "LynxDialogue", counts=False, dialect="framed"),
        _these(
            "\x01LH\x02OFFICIAL|Mile||12|1|2|AUTO|1\x04\x01LR\x021|4|77|Ada||3:45.14||3:45.14|56.1|0||||||\x04\x01LE\x04"
        ),
    ),
    "lynx by any script": Target(
        _listens(f"{_TIMING}.lynx_dialogue", "LynxDialogue", dialect="auto"),
        _these("*update|1:02.3|1|1|1|Mile*start|0.0|1|1|1|Mile", "OFFICIAL|Mile||1|1|1||AUTO|1;*COMPLETE"),
    ),
    "lif": Target(_function(f"{_TIMING}.lif", "read"), _files("*.lif")),
    "evt": Target(_function(f"{_TIMING}.evt", "read_evt"), _files("*.evt")),
    "ppl": Target(_function(f"{_TIMING}.ppl", "read_ppl"), _these("101,Nuguse,Yared,USA\n")),
    "sch": Target(_function(f"{_TIMING}.sch", "read_sch"), _files("*.sch*")),
    "time of day": Target(_text(f"{_TIMING}.times", "of_day"), _these("20:11:54.4049", "0:00:00")),
    "running time": Target(_text(f"{_TIMING}.times", "running"), _these("1:52.55", "8.0752", "1:00:00.1")),
    "start list": Target(
        _function(f"{_TIMING}.lists.startlists", "read_start_list"),
        lambda: [*_files("*.evt")(), *_files("*startlist*.csv")(), b"bib;name;lane\n1;A B;4\n"],
    ),
    "results": Target(
        _function(f"{_TIMING}.lists.results", "read_results"),
        lambda: [*_files("*.lif")(), *_files("LST*.txt")(), b'{"schema":"pacelight.results/1"}'],
    ),
    "start list csv": Target(
        _function(f"{_TIMING}.lists.startlist_csv", "read"),
        _these("event,heat,bib,name,born\n1,2,3,A B,1999\n"),
    ),
    "start list evt": Target(_function(f"{_TIMING}.lists.startlist_evt", "read"), _files("*.evt")),
    "start list dlv": Target(
        _function(f"{_TIMING}.lists.startlist_dlv", "read"),
        _these(
            '<registration><athletes><athlete id="A" lastname="B" yearofbirth="1977" sex="M"/></athletes>'
            '<events><event id="E" agecode="M"/></events>'
            '<individuals><individual event="E" athlete="A"/></individuals></registration>'
        ),
    ),
    "start list hytek": Target(
        _function(f"{_TIMING}.lists.startlist_hytek", "read"),
        _these(
            "I;Nuguse;Yared;;M;06/01/1999;USA;On\r\n"
            "D;Nuguse;Yared;;M;06/01/1999;USA;On;;;1500;3:29.02;M;;1\r\n",
            "Q;USA;United States;A;M;;1600;2:54.29;M;;;;;;;Watson;Antonio;;M\r\n",
        ),
    ),
    "start list omega": Target(
        _function(f"{_TIMING}.lists.startlist_omega", "read"),
        _these(
            "Event Code; Date; Time; Lane / order; Bib No; Name; First Name; Nation; Length; Title 1\n"
            "00501001;08.02.2025;16:30;;;;;;100;100m\n;;;2;361;Wolf;Yannick;GER;;\n"
        ),
    ),
    "start list taf": Target(
        _function(f"{_TIMING}.lists.startlist_taf", "read"),
        _these(
            "CompetitorType;Bib;Code;FirstName;LastName;Yob;Gender\nAthlete;1;001;Malaika;Mihambo;1994;W\n"
        ),
    ),
    "start list wa": Target(_function(f"{_TIMING}.lists.startlist_wa", "read"), _these(_SENT)),
    "results wa": Target(_function(f"{_TIMING}.lists.results_wa", "read"), _these(_SENT)),
    "results csv": Target(_function(f"{_TIMING}.lists.results_csv", "read"), _written("results_csv")),
    "results json": Target(_function(f"{_TIMING}.lists.results_json", "read"), _written("results_json")),
    "results lif": Target(_function(f"{_TIMING}.lists.results_lif", "read"), _files("*.lif")),
    "results omega": Target(_function(f"{_TIMING}.lists.results_omega", "read"), _files("LSTRslt.txt")),
    "results hytek": Target(
        _function(f"{_TIMING}.lists.results_hytek", "read"),
        _these(
            "H;Meet;02/08/2025;02/08/2025;Hy-Tek;;\n"
            "E;T;1;;1500;M;;;;F;3:46.63;M;;1;1;1;;;;;;;Nuguse;Yared;;M;06/01/1999;NIKE;Nike;;;;\n"
        ),
    ),
    "race file": Target(
        _text("pacelight.meet.programme.racefile", "RaceFile.parse"), _files("*.toml", RECORDINGS)
    ),
    "request": Target(
        _function(_REQUESTS, "request"),
        _requests,
    ),
    "wish": Target(_function("pacelight.meet.bus.wishes", "wish"), _requests),
    "answer": Target(
        _function(_REQUESTS, "answer"),
        _these('{"type":"answer","key":"k","done":true,"revision":3,"state":"armed"}'),
    ),
    "journal": Target(
        _function("pacelight.meet.journal.chain", "scan"),
        _journal,
    ),
    "journal entry": Target(
        _function("pacelight.meet.journal.entries", "decoded"),
        _these(
            '{"type":"command","command":"arm","by":"lights"}',
            '{"type":"gun","monotonic_ns":1,"unix_ns":1000000000000000000,"boot":"boot","rate":"1"}',
            '{"type":"passing","bib":"1","distance_mm":1500000,"elapsed_ns":209630000000,"method":"photo",'
            '"official":true,"source":"finish","key":"finish/1","owner":"athlete"}',
            '{"type":"of","race":"mile","entry":{"type":"wind","text":"+0.6","source":""}}',
        ),
    ),
    "survey": Target(
        _file("pacelight.track.survey.file", "SurveyFile.read"),
        _these('track = "short-200"\nmetres = [0.0, 1.0, 2.0]\n', '[[controller]]\nname = "A"\n'),
    ),
    "meet file": Target(
        _file("pacelight.meet.programme.meetfile", "MeetFile.read"),
        lambda: [*_files("*.toml", ROOT / "examples")(), b'schema = "pacelight.meet/1"\n[[race]]\n'],
    ),
}
"""By name: what takes bytes, and what it takes as a rule."""
