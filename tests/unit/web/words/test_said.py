"""What somebody did to a race, and what the engine says of its times, is said whole in every language."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product

import pytest

from pacelight.distance import MILE
from pacelight.meet.bus.protocol import MarkShown
from pacelight.meet.journal import entries
from pacelight.meet.live import words
from pacelight.meet.live.times import Times
from pacelight.meet.race import Command
from pacelight.web.words import languages, understood

OTHERS = [code for code in languages() if code != "en"]

POINTS_MM = (800_000, MILE.mm)
ELAPSED_NS = (225_100_000_000, 50_004_000_000, 0, -500_000_000)
"""A mark, one below a minute, and what was before the gun: none."""

DESPITE = ("light loop: it does not run (start the engine again)", "lamps bend 2: nobody listens there")
NAMES = frozenset({"wr", "bend", "timing-desk", "dnf", "dns", "dq", "tr"})
"""Words that stay: names, and what a result has in every language."""

SAME = {"nb": frozenset({"disk", "start"}), "fr": frozenset({"journal", "message", "point", "signal"})}
"""Words of a language that English has too."""


def passed(key: str, bib: str, mm: int, ns: int = 225_200_000_000) -> entries.Passed:
    return entries.Passed(
        bib=bib, distance_mm=mm, elapsed_ns=ns, method="hand", official=False, source="hand", key=key,
        owner="athlete",
    )  # fmt: skip


TIMES = Times()
TIMES.take(passed("7-mile", "7", MILE.mm), 0)
TIMES.take(passed("waiting", "", POINTS_MM[0]), 0)

KEYS = ("7-mile", "waiting", "timing-desk-12")
"""Of a time with a bib, of one that waits for it, and of none that is known."""


def commands() -> Iterator[entries.Entry]:
    for command in Command:
        yield entries.Commanded(command=command)
        yield entries.Commanded(command=command, despite=list(DESPITE))
    yield entries.Fired(monotonic_ns=1, unix_ns=1, boot="b", rate="1")
    yield from (entries.GunMoved(by_ns=by_ns) for by_ns in (-1_234_000_000, 5_000_000))


def passings() -> Iterator[entries.Entry]:
    for bib, mm, ns in product(("7", ""), POINTS_MM, ELAPSED_NS):
        yield passed("k", bib, mm, ns)
    for status, rule in product(("DNF", "DNS", "DQ", ""), ("", "TR17.3.1")):
        yield entries.Judged(bib="7", status=status, elapsed_ns=0, source="hand", key="k", rule=rule)


def changes() -> Iterator[entries.Entry]:
    for key in KEYS:
        yield entries.Struck(what=key)
        yield entries.Restored(what=key)
        yield entries.Reassigned(what=key, bib="3")
        for ns, mm, official in product((None, ELAPSED_NS[0]), (None, *POINTS_MM), (None, True, False)):
            if (ns, mm, official) != (None, None, None):  # the desk takes no correction of nothing
                yield entries.Corrected(what=key, elapsed_ns=ns, distance_mm=mm, official=official)
    yield entries.Swapped(bib="7", other="8")
    yield entries.Undone(line=12)
    yield from (entries.Settled(what="k", take=take) for take in (True, False))


def replanned() -> Iterator[entries.Entry]:
    mark = MarkShown(text="3:46.63", value=226_630, unit="ms", precision=2)
    asked = entries.Asked("wr", "WR", "#19e36b", 1.0, 2.0, "even", "race", mark, None, None, MILE.mm, [])
    yield entries.Replanned(light="wr", asked=asked, from_ns=0)


ENTRIES = [*commands(), *passings(), *changes(), *replanned()]
SENTENCES = sorted({words.said(entry, TIMES) for entry in ENTRIES})

ENGINE = (
    "bib 7: Dropped: that word is not known here",
    "bib 7: 3:45.100: the race is not as old as that: it is a time of another one",
    "bib 7: 3:45.100: nobody runs 1609.34 m in that time",
    "bib 7: no time comes with it",
    "bib 7: no point of lynx is called 'x9'",
    "bib 7, lane 3: it is not said who it was",
    "lane 3, chip aa17: lane 3 is not on the start list",
    "bib 7, chip aa17: bib 7 is another runner than chip aa17 (bib 8)",
    "the beam: a beam sees somebody, not whom",
    "bib 7: a passing at 1609.344 m comes after the gun",
    "bib 7: a passing is beyond the start line, not at 0 m",
    "bib 7: two official times at 1609.344 m: 3:45.140 (lynx) and 3:45.150 (omega)",
    "despite: light loop: it does not run (start the engine again)",
    "the lamps are dark all the same",
    (
        "the race is another since revision 3: bib 7 at 1609.344 m in 3:45.100: 3:45.200, official, by lynx;"
        " bib 8 DNF, by the timing; struck out: somebody at 800 m in 1:45.123, by omega and 4 more"
    ),
    "no disk takes the journal (full): nothing is acknowledged, the lights run on",
    "a.journal is sealed (full): the journal goes on in b.journal",
    "the race file is not right, and the race goes on as it was opened: race.toml is another one since",
    "timing 'lynx' is silent: nothing was heard for 4.5 s",
    "the start signal has not been heard for 4 s",
    "the line was pulled out",
    "the timing system says so now",
    "the timing system takes it back",
    "the timing system says it again",
    "the other end closed the line",
    "it does not read what it is answered",
    "it began a message and did not end it",
    "192.168.1.7 may not send here: name it in allow",
    "cannot listen at 0.0.0.0:5000: refused",
)
"""Why a time stands nowhere or waits to be settled, and what the alarms are."""


def words_of(text: str) -> set[str]:
    """Whole words of two letters or more; what stands in a name, a mark or an address is none."""
    return {one.lower() for one in re.findall(r"(?<![\w./-])[^\W\d_]{2,}(?![\w/-]|\.\w)", text)}


def test_there_is_an_entry_of_each_kind_and_a_word_for_each_command() -> None:
    assert {type(entry) for entry in ENTRIES} == set(words._WORDS)
    assert all(words.said(entry, TIMES) for entry in ENTRIES)
    assert len([one for one in SENTENCES if "official" in one]) > len(KEYS) * len(POINTS_MM)


@pytest.mark.parametrize("code", OTHERS)
def test_whatever_somebody_did_is_said_without_a_word_of_english(code: str) -> None:
    same = {one for one in SENTENCES if understood(code, one) == one}
    assert same == set()
    left = {
        one: said
        for one in SENTENCES
        if (said := words_of(understood(code, one)) & words_of(one) - NAMES - SAME[code])
    }
    assert left == {}


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("sentence", ENGINE)
def test_whatever_the_engine_says_of_times_is_said_without_a_word_of_english(
    sentence: str, code: str
) -> None:
    names = NAMES | {"dropped", "lynx", "omega", "full", "refused", "allow"}
    assert understood(code, sentence) != sentence
    assert words_of(understood(code, sentence)) & words_of(sentence) - names - SAME[code] == set()


@pytest.mark.parametrize("code", OTHERS)
def test_lengths_have_the_decimal_sign_of_the_language_and_marks_a_point(code: str) -> None:
    for sentence in SENTENCES:
        said = understood(code, sentence)
        assert re.findall(r"\d+\.\d+ (?:m|s)\b", said) == []
        assert re.findall(r"\d+:\d\d\.\d+", said) == re.findall(r"\d+:\d\d\.\d+", sentence)


@pytest.mark.parametrize(
    ("sentence", "nb", "fr"),
    [
        (
            "bib 1 at 1609.344 m in 3:45.200: 3:45.100",
            "startnummer 1 ved 1609,344 m på 3:45.200: 3:45.100",
            "dossard 1 à 1609,344 m en 3:45.200\u00a0: 3:45.100",
        ),
        (
            "somebody at 800 m in 1:45.123: 1:45.100, 209.344 m, not official",
            "noen ved 800 m på 1:45.123: 1:45.100, 209,344 m, ikke offisiell",
            "quelqu\u2019un à 800 m en 1:45.123\u00a0: 1:45.100, 209,344 m, non officiel",
        ),
        (
            "somebody at 1609.344 m in 3:50.000 is that of bib 3",
            "tiden 3:50.000 ved 1609,344 m tilhører startnummer 3",
            "le temps 3:50.000 à 1609,344 m est celui du dossard 3",
        ),
    ],
)
def test_a_correction_is_said_as_somebody_would(sentence: str, nb: str, fr: str) -> None:
    assert (understood("nb", sentence), understood("fr", sentence)) == (nb, fr)


def test_pages_say_of_it_what_the_server_says(
    understood_by_pages: Callable[[Sequence[str]], dict[str, list[str]]],
) -> None:
    sentences = [*SENTENCES, *ENGINE]
    assert understood_by_pages(sentences) == {
        code: [understood(code, one) for one in sentences] for code in languages()
    }


READ = (
    "no line of IPICO: 'aa05'",
    "IPICO: the checksum of 'aa05' would be 3f",
    "IPICO: 101 hundredths of a second in 'aa05'",
    "IPICO: 251399 is no day (YYMMDD)",
    "no line of JChip: 'DJ1'",
    "no message of MYLAPS: 'x'",
    "no message of MYLAPS: 'x' (Finish@Passing@...@1@$)",
    "'Ping' is no message that is known of MYLAPS",
    "a list of Passing without a number",
    "a passing at 'Finish' without a chip: 't=1'",
    "no message of a Scan'O'Vision: 'x'",
    "CRA: neither bib nor lane in 'x'",
    "CRA: 'y' is no number in 'x'",
    "'ZZ' is no message that is known of a Scan'O'Vision",
    "a ranking of '3' runners",
    "a ranking ends that did not begin",
    "race 12 is official, and the one spoken of is 13",
    "thousandths of bib 7, who has no time in the ranking",
    "'abc' are no thousandths",
    "bib 7: the thousandths 45.140 do not make 45.13",
    "a ranking of 3 runners with 2 rows: left aside",
    "RACE RESULT: '9.9' is no version of a protocol (3.2)",
    "RACE RESULT: passing 9 where 8 comes next",
    "no answer of RACE RESULT: 'x'",
    "RACE RESULT: 'x' is no count of passings",
    "a start signal that was not sent under the secret of this meet",
    "a start signal says 'x', which is not known here",
    "a start signal with 3 fields, where 'gun' has 4",
    "a start signal with 'abc' as time",
    "not a time of day: 'x' (20:11:54.4049)",
    "not a time: 'x' (1:52.55)",
    "/mnt/lynx: No such file or directory (is the folder shared and mounted?)",
    "001-1-01.lif is gone: what it said stands",
    "001-1-01.lif is larger than any result: 99999999 bytes",
    "001-1-01.lif is still being written: its last line does not end",
    "/mnt/lynx has not answered for 12 s",
    "10.0.0.7 is one too many: 8 are connected",
    "not a text file: too many of its bytes are zero (UTF-16 needs its mark)",
    "the file is still being written or torn: half a UTF-16 character at its end",
    "not a text file: neither UTF-8 nor cp1252 (Western European Windows)",
    "001.lif is empty: a FinishLynx result begins with a header",
    "line 4: 'XX' in the place column is not in the table of words",
    "line 4: ID 7 stands on line 3 too",
    "line 4: a time in lane 3 and nobody's name",
    "line 4: a letter was lost when the file was written",
    "nothing was heard for 4 s",
)
"""Why what a timing system said, or a file of it, is not understood: shown beside the system on the pages."""


@pytest.mark.parametrize("code", ["fr", "nb"])
def test_why_a_timing_system_is_not_understood_is_said_in_every_language(code: str) -> None:
    assert [one for one in READ if understood(code, one) == one] == []
