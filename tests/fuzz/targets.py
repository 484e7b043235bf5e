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
SAMPLES = HERE / "samples"
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

    @property
    def module(self) -> str:
        """In which the parser is."""
        return str(self.make.module)  # type: ignore[attr-defined] # see `_in`


def _in(module: str) -> Callable[[Callable[[], Call]], Callable[[], Call]]:
    """Says in which module the parser is that something makes."""

    def named(make: Callable[[], Call]) -> Callable[[], Call]:
        make.module = module  # type: ignore[attr-defined]
        return make

    return named


def seeds(name: str) -> list[bytes]:
    """What a target is begun with; at least something."""
    return [seed for seed in TARGETS[name].seeds() if seed] or [b"\n"]


def _found(module: str, name: str) -> Any:
    """Something of a module; a dotted name is found in a class."""
    found: Any = import_module(module)
    for part in name.split("."):
        found = getattr(found, part)
    return found


def _function(module: str, name: str, *more: Any) -> Callable[[], Call]:
    """A function that takes bytes first."""

    @_in(module)
    def make() -> Call:
        function = _found(module, name)
        return lambda data: function(data, *more)

    return make


def _text(module: str, name: str, *more: Any) -> Callable[[], Call]:
    """A function that takes text first."""

    @_in(module)
    def make() -> Call:
        found = _found(module, name)
        return lambda data: found(data.decode("utf-8", "replace"), *more)

    return make


def _dialogue(module: str, name: str, *, counts: bool = True, **how: Any) -> Callable[[], Call]:
    """A dialogue, held to its law: how bytes were cut changes nothing of what they say.

    Nor of how much is refused, if it counts messages and not pieces of what is none.
    """

    @_in(module)
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

    @_in(module)
    def make() -> Call:
        maker = getattr(import_module(module), name)

        def run(data: bytes) -> None:
            dialogue = maker("it", **how)
            dialogue.opened(0)
            dialogue.feed(data, 1)
            assert "\n" not in dialogue.why, "a reason is one line"

        return run

    return make


def _file(module: str, name: str, called: str = "file") -> Callable[[], Call]:
    """A function that reads a file at a path."""

    @_in(module)
    def make() -> Call:
        found = _found(module, name)

        def run(data: bytes) -> object:
            with TemporaryDirectory(prefix="fuzz-") as folder:
                path = Path(folder) / called
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


@_in("pacelight.timing.gun.start_receiver")
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


def _book(form: str, called: str = "file") -> Callable[[], Call]:
    """A reader of the book: every line of a file is read or refused in words of one line each."""
    module = f"pacelight.book.formats.{form}"

    @_in(module)
    def make() -> Call:
        reader = import_module(module)

        def run(data: bytes) -> None:
            reader.recognise(data, called)
            _read_all(reader.read(data, called))

        return run

    return make


def _read_all(readings: Iterable[Any]) -> None:
    for one in readings:
        assert "\n" not in getattr(one, "why", ""), "a reason is one line"


@_in("pacelight.book.formats.mapped")
def _mapped() -> Call:
    """A table of any kind, by a mapping that is right."""
    mapping = (SAMPLES / "mapped" / "map.toml").read_bytes()
    reader = import_module("pacelight.book.formats.mapped").reader({"map.toml": mapping})
    return lambda data: _read_all(reader.read(data, "table.csv"))


@_in("pacelight.book.formats.omega")
def _omega() -> Call:
    """Results of Omega, by a programme that is right."""
    beside = (SAMPLES / "omega_programme" / "programme.toml").read_bytes()
    reader = import_module("pacelight.book.formats.omega").reader({"p.toml": beside})
    return lambda data: _read_all(reader.read(data, "LSTRslt.txt"))


@_in("pacelight.meet.intake.lif")
def _lif() -> Call:
    """A result file of a photo finish, of which it is said what was run."""
    from datetime import date

    from pacelight.event import Sex
    from pacelight.meet.intake.lif import Said, readings

    said = Said(event="MILE", sex=Sex.MEN, day=date(2025, 2, 13))
    return lambda data: _read_all(readings(data, "file", said))


@_in("pacelight.claims.read")
def _claims() -> Call:
    """An article about one athlete."""
    from datetime import date

    from pacelight.book.model import Athlete
    from pacelight.claims.read import read

    known = {"Jakob Ingebrigtsen": Athlete("ingebrigtsen-jakob", "Jakob Ingebrigtsen", "NOR")}

    def run(data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        for claim in read(text, known, date(2025, 2, 14)):
            assert text[claim.start : claim.end] == claim.quote, "a claim is quoted as it stands"

    return run


@_in("pacelight.meet.packing.unpacking")
def _packed() -> Call:
    """A packed meet: nothing is written but into its folder, and of what is refused nothing at all."""
    from pacelight.errors import PacelightError
    from pacelight.meet.packing.unpacking import unpack

    def run(data: bytes) -> None:
        with TemporaryDirectory(prefix="fuzz-") as folder:
            file, to = Path(folder) / "meet.zip", Path(folder) / "meet"
            file.write_bytes(data)
            try:
                unpack(file, to)
            except PacelightError:
                assert not to.exists(), "what is refused is not unpacked"
                raise
            finally:
                assert {path.name for path in Path(folder).iterdir()} <= {"meet.zip", "meet"}

    return run


@_in("pacelight.lights.standby.heartbeat")
def _heartbeat() -> Call:
    """A heartbeat of somebody who knows the secret and says anything."""
    import hmac

    from pacelight.lights.standby.heartbeat import _SIGNATURE_BYTES, read

    def run(data: bytes) -> None:
        read(data + hmac.digest(b"secret", data, "sha256")[:_SIGNATURE_BYTES], b"secret")

    return run


@_in("pacelight.meet.programme.places")
def _places() -> Call:
    """Where the files of a meet are, in a file beside it."""
    from pacelight.meet.programme.places import Places, places_file

    def run(data: bytes) -> object:
        with TemporaryDirectory(prefix="fuzz-") as folder:
            meet = Path(folder) / "meet.toml"
            places_file(meet).write_bytes(data)
            return Places.beside(meet).path("book.sqlite")

    return run


@_in("pacelight.meet.journal.named")
def _persons() -> Call:
    """Who stands behind the numbers of a journal."""
    from pacelight.meet.journal.named import names_of, read_names

    def run(data: bytes) -> object:
        with TemporaryDirectory(prefix="fuzz-") as folder:
            journal = Path(folder) / "journal"
            names_of(journal).write_bytes(data)
            return read_names([journal])

    return run


def _sample(folder: str) -> Callable[[], Iterable[bytes]]:
    """Files that are kept beside this one."""
    return lambda: [path.read_bytes() for path in sorted((SAMPLES / folder).iterdir())]


def _beginnings(pattern: str) -> Callable[[], Iterable[bytes]]:
    """The first lines of large files, as far as they are here."""
    return lambda: [
        path.read_bytes()[:2000].rpartition(b"\n")[0] + b"\n" for path in sorted(SHARED.glob(pattern))
    ]


def _archives() -> Iterable[bytes]:
    """A packed meet, one with a stranger in it, and one that is torn."""
    import io
    import zipfile
    from hashlib import sha256

    import msgspec

    from pacelight.meet.packing.manifest import MANIFEST, SCHEMA, Manifest, Packed

    meet = (ROOT / "examples" / "lievin-2025" / "meet.toml").read_bytes()
    file = Packed(name="meet.toml", role="meet", size=len(meet), sha256=sha256(meet).hexdigest())
    manifest = Manifest(SCHEMA, "lievin-2025", "Liévin", "2025-02-13", "meet.toml", "1.0", [file])
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, msgspec.json.encode(manifest))
        archive.writestr("meet.toml", meet)
    whole = written.getvalue()
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr("../outside.toml", "")
    return [whole, written.getvalue(), whole[: len(whole) // 2]]


def _exports() -> Iterable[bytes]:
    """Two performances as a book writes them, in each of its ways."""
    from datetime import date

    from pacelight.book.formats import export
    from pacelight.book.model import Performance
    from pacelight.event import Sex
    from pacelight.mark import Mark

    who = {"athlete_key": "ingebrigtsen-jakob", "athlete": "Jakob Ingebrigtsen", "nation": "NOR"}
    where = {"sex": Sex.MEN, "day": date(2025, 2, 13), "venue": "Liévin (FRA)", "competition": "Meeting"}
    ran = [
        Performance(key=code, event=code, mark=Mark.parse(text), **who, **where)
        for code, text in (("MILEsh", "3:45.14"), ("1500sh", "3:29.63"))
    ]
    return [export.write_csv(ran), export.write_json_lines(ran), export.write_parquet(ran)]


def _all_time() -> Iterable[bytes]:
    """Two rows of an all-time list, one of them with a mark that is none."""
    import io

    from pacelight.book.formats.alltime import COLUMNS
    from pacelight.book.formats.export import arrow

    pa, parquet = arrow()
    row = {
        "sex": "M", "event": "one-mile", "mark_text": "3:45.14", "competitor": "Jakob INGEBRIGTSEN",
        "birth_text": "19 SEP 2000", "nation": "NOR", "position_text": "1", "venue": "Liévin (FRA)",
        "date_text": "13 FEB 2025", "wind_text": "",
    }  # fmt: skip
    table = [dict.fromkeys(COLUMNS, "") | row, dict.fromkeys(COLUMNS, "") | row | {"mark_text": "3:46,63"}]
    out = io.BytesIO()
    parquet.write_table(
        pa.Table.from_pylist(table, pa.schema([(name, pa.string()) for name in COLUMNS])), out
    )
    return [out.getvalue()]


def _pages() -> Iterable[bytes]:
    """The universes of a source, as a controller tells them."""
    from pacelight.lights.wire.e131_layers import Source, discovery

    return discovery(Source(cid=bytes(16), name="lights"), [1, 2, 3])


def _heartbeats() -> Iterable[bytes]:
    """A heartbeat without its signature, which the target makes."""
    from pacelight.lights.standby.heartbeat import _SIGNATURE_BYTES, Echo, Heartbeat, Says, write

    told = Heartbeat(
        7, bytes(8), next(iter(Says)), 1, 2, 3, 4, 5, 6, "run 1000000000 10 1", (Echo(8, 9, 10),)
    )
    yield write(told, b"secret")[:-_SIGNATURE_BYTES]


_FORMATS = "pacelight.book.formats"
_WLED = "pacelight.lights.wire.wled_json"


TARGETS: dict[str, Target] = {
    "book alltime": Target(_book("alltime"), _all_time),
    "book national": Target(_book("national"), _sample("national")),
    "book iaaf": Target(
        _book("iaaf", "mile.txt"), lambda: [*_sample("iaaf")(), *_beginnings("progression/iaaf2015/*.txt")()]
    ),
    "book omega": Target(_omega, _sample("omega")),
    "book omega heats": Target(
        _function(f"{_FORMATS}.omega_export", "heats", "file"), _sample("omega_heats")
    ),
    "book omega programme": Target(
        _function(f"{_FORMATS}.omega", "programme", "file"), _sample("omega_programme")
    ),
    "book exported": Target(_book("exported"), _exports),
    "book send_results": Target(_book("send_results"), _sample("send_results")),
    "book hytek": Target(_book("hytek"), _sample("hytek")),
    "book dlv": Target(_book("dlv"), _sample("dlv")),
    "book taf": Target(_book("taf"), _sample("taf")),
    "book lenex": Target(_book("lenex"), _sample("lenex")),
    "book mapped": Target(_mapped, _sample("mapped_table")),
    "book mapping": Target(_function(f"{_FORMATS}.mapped", "column_map", "file"), _sample("mapped")),
    "book recognised": Target(
        _function(f"{_FORMATS}.table", "recognised", "file"),
        lambda: [one for folder in sorted(SAMPLES.iterdir()) for one in _sample(folder.name)()],
    ),
    "intake lif": Target(_lif, _files("*.lif")),
    "intake queue": Target(_text("pacelight.meet.intake.questions", "read", "queue"), _sample("questions")),
    "road": Target(_function("pacelight.track.gpx", "line", "road"), _sample("gpx")),
    "article": Target(_claims, lambda: [*_sample("claims")(), *_files("*.txt", SHARED / "articles")()]),
    "training": Target(_text("pacelight.cli.training_file", "Training.parse"), _sample("training")),
    "wled state": Target(_function(_WLED, "State.read"), _sample("wled_state")),
    "wled info": Target(_function(_WLED, "Info.read"), _sample("wled_info")),
    "art-net reply": Target(
        _function("pacelight.lights.wire.artnet_poll", "Node.read"),
        lambda: [b"Art-Net\0\x00\x21" + bytes([10, 0, 0, 7]) + bytes(225)],
    ),
    "e1.31 page": Target(_function("pacelight.lights.wire.e131_heard", "Page.read"), _pages),
    "heartbeat": Target(_heartbeat, _heartbeats),
    "order": Target(
        _function("pacelight.lights.loop.orders", "read"),
        _these("run 1000000000 10 1", "hold 5", "look record 5 0 10000 10 120 #ffd700 with run 3 1 1"),
    ),
    "packed meet": Target(_packed, lambda: [*_archives(), *_sample("packed")()]),
    "manifest": Target(
        _function("pacelight.meet.packing.manifest", "read_manifest"),
        _these(
            '{"schema":"pacelight.pack/1","files":[{"name":"meet.toml","role":"meet","size":1,"sha256":""}]}'
        ),
    ),
    "chips": Target(_file("pacelight.meet.programme.chips", "chips_of"), _sample("chips")),
    "entries": Target(
        _file("pacelight.meet.programme.entries", "entries_of", "runners.toml"),
        _these('[[runner]]\nbib = "1"\nathlete = "nuguse-yared"\nname = "Yared Nuguse"\nnation = "USA"\n'),
    ),
    "entries of a race file": Target(
        _text("pacelight.meet.programme.racefile_entries", "rewritten", ()), _files("*.toml", RECORDINGS)
    ),
    "stake": Target(
        _text("pacelight.meet.programme.at_stake", "AtStake.read", "Meeting", "Liévin"),
        _these("WR", "NR NED"),
    ),
    "places": Target(
        _places, _these('schema = "pacelight.places/1"\n[places]\n"book.sqlite" = "/book.sqlite"\n')
    ),
    "journal file": Target(_file("pacelight.meet.journal.file", "read"), _journal),
    "persons of a journal": Target(_persons, _these('[1,"Yared Nuguse"]\n[2,"timing desk"]\n')),
    "kind of a file": Target(_file("pacelight.cli.engines", "schema_of"), _files("*.toml", RECORDINGS)),
    "report of a race": Target(
        _file("pacelight.cli.book_life", "_evidence"),
        lambda: [b'{"schema":"pacelight.evidence/2"}', *_journal()],
    ),
    "pasted points": Target(_text("pacelight.plan.pasted", "points"), _sample("points")),
    "form": Target(
        _function("pacelight.web.records.forms", "typed"), _these("kind=ratified&reason=a+b&by=desk")
    ),
    "meet of a form": Target(
        _text("pacelight.web.setup.draft", "drafted"), _files("*.toml", ROOT / "examples")
    ),
    "line of a recording": Target(
        _function("pacelight.web.live.recording", "said"),
        _these('{"at_unix_ns": 1, "delta": {"type": "state", "state": "armed", "seq": 2}}'),
    ),
    "wanted language": Target(
        _text("pacelight.web.words.asked", "wanted", ("en", "nb", "fr")), _these("da, nn-NO;q=0.9, en;q=0.5")
    ),
    "secret of a bus": Target(
        _function("pacelight.meet.bus.secret", "said"), _these('{"type":"challenge","nonce":"00"}')
    ),
    "follower": Target(_function("pacelight.meet.bus.wishes", "said"), _requests),
    "event": Target(_text("pacelight.event.names", "event"), _these("1500", "indoor mile", "4x400", "2MLS")),
    "nation": Target(_text("pacelight.nation", "nation"), _these("NOR", "pse", "KGZ")),
    "mark": Target(_text("pacelight.mark", "Mark.parse"), _these("3:45.14", "2:00:35", "9.58")),
    "length": Target(_text("pacelight.measure", "Length.parse"), _these("8.95", "74.08 m", "21330")),
    "points": Target(_text("pacelight.measure", "Points.parse"), _these("9126", "9126 pts")),
    "distance": Target(
        _text("pacelight.distance", "Distance.parse"), _these("800 m", "1 mile", "1609.344 m")
    ),
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
