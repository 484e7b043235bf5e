"""Every event and every mark of the public lists is read, and the lists' order is ours."""

from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from pacelight.errors import MarkError
from pacelight.event import EVENTS, Sex, event
from pacelight.mark import Mark
from pacelight.measure import AnyMark, Unit, score, value

polars = pytest.importorskip("polars")

_TEXT = """
50 55 60 100y 100 150 200 200sh 300 300sh 400 400sh 500 500sh 600 600sh 800 800sh 1000 1000sh 1500 1500sh
MILE MILEsh 2000 2000sh 3000 3000sh 2MLS 2MLSsh 5000 5000sh 5RR 10K 10Ksh 10RR 12RR 15K 15RR 20K 20RR HOUR
HMAR 25K 25RR 30K 30RR 50RR MAR 100K 2KSC 2KSCsh 2KSC84 3KSC 3KSCsh 50H 50HB 50HG 55H 60H 60HJ 60HY 60HYG
80H 100H 100HY 110HJ 110HY 110H 200H 300H 300Hsh 300HY 400HY 400H 400Hsh HJ PV LJ TJ SP SPJ SPY SPYG SPYG4
DT DTJ DTY HT HTJ HTY HTYG JT JTY JTYG PEN PENsh PENGsh HEPJsh HEPsh HEP HEPY HEPG HEPBsh OCT OCTY DEC
DEC6284 DECJ DECJO DECY MILEW MILEWsh 3KW 3KWsh 5KW 5KWsh 5KR 10KW 10KWsh 10KR 15KR 20KW 20KR 2HW 30KW 30KR
35KR 50KW 50KR 4X1 4X2 4X2sh 4X4 4X4sh 4X8 4X8sh 4XMILE 4XMILsh 4X15 MEAD 8X1 EKID DISMEAD DISMEsh 2X2X4
SHUTHUR 3X1 1HW 600R 1MR 5MR 10MR 8RR 24H MARMXT
"""

CODES = _TEXT.split()
"""Codes of World Athletics; left out are cross-country and para events, and `RR`, any road race.

Source: kennymcmillan/World-Athletics-data-collection, codes/discipline_codes.csv.
"""

OTHER_SOURCES = {"35KW", "JTo", "W35", "W20", "MIXSHH", "HMARW", "MARW"}
"""See the head of data/events.toml."""

LISTS, MARKS = 97, 465_638
"""Of the all-time lists of 2023."""

OUT_OF_ORDER = 12
"""Where a time in tenths stands behind slower automatic ones of the next tenth: 27:51.0h behind 27:51.03."""

WRONG_IN_THE_LIST = [("women", "20KW", "1:34:57.9h", "1:34:57.1h")]
"""A slower mark before a faster one in the list itself."""

RESULTS, NO_MARKS = 30_947, {"DNF", "DNS", "DQ", "NH", "NM", "", "BLJ"}
"""Rows of the Diamond League from 2010 to 2019, and what stands where no mark does."""

SEXES = {"M": Sex.MEN, "W": Sex.WOMEN}


@pytest.fixture(scope="session")
def lists(shared_data: Path) -> list[tuple[str, str, int, str]]:
    """Sex, event as the source names it, rank, and the mark as printed."""
    table = polars.read_parquet(shared_data / "wa_alltime_2023.parquet")
    return table.select("sex", "event", "rank", "mark_text").rows()


@pytest.fixture(scope="session")
def read(lists: list[tuple[str, str, int, str]]) -> dict[tuple[str, str], AnyMark]:
    """Each mark of each event, read once."""
    return {(name, text): event(name).read(text) for name, text in {(row[1], row[3]) for row in lists}}


def test_every_code_of_world_athletics_is_an_event_and_no_other_is() -> None:
    assert set(EVENTS) == set(CODES) | OTHER_SOURCES
    assert len(set(CODES)) == len(CODES)


def test_every_list_is_found_by_its_name_and_is_contested_by_its_class(
    lists: list[tuple[str, str, int, str]],
) -> None:
    found = {(sex, event(name).code) for sex, name in {row[:2] for row in lists}}
    assert (len(found), len(lists)) == (LISTS, MARKS)
    assert [key for key in found if SEXES[key[0]] not in EVENTS[key[1]].sexes] == []


def test_every_mark_of_the_lists_is_read_and_is_worth_what_it_says(
    read: dict[tuple[str, str], AnyMark],
) -> None:
    wrong = [key for key, mark in read.items() if value(mark) != plainly(*key)]
    assert wrong == []
    assert {event(name).unit for name, _ in read} == set(Unit)


def plainly(name: str, text: str) -> int:
    """The same text as a number, in the unit of its event: sixties from left to right."""
    if event(name).unit is Unit.POINTS:
        return int(text)
    whole, _, fraction = text.removesuffix("h").partition(".")
    figure = 0
    for part in whole.split(":"):
        figure = figure * 60 + int(part)
    return figure * 1000 + int(fraction.ljust(3, "0"))


def test_the_score_orders_as_the_lists_do(
    lists: list[tuple[str, str, int, str]], read: dict[tuple[str, str], AnyMark]
) -> None:
    by_list: dict[tuple[str, str], list[str]] = defaultdict(list)
    for sex, name, _, text in lists:
        by_list[sex, name].append(text)
    by_hand, wrong = [], []
    for (sex, name), texts in by_list.items():
        for better, worse in pairwise(texts):
            first, second = read[name, better], read[name, worse]
            if score(first) <= score(second):
                continue
            if coarser(first, second):
                by_hand.append((name, better, worse))
            else:
                wrong.append((SEXES[sex].value, event(name).code, better, worse))
    assert wrong == WRONG_IN_THE_LIST
    assert len(by_hand) == OUT_OF_ORDER


def coarser(first: AnyMark, second: AnyMark) -> bool:
    """Whether the second is in tenths, the first in hundredths of the same tenth."""
    return (
        isinstance(first, Mark)
        and isinstance(second, Mark)
        and (first.precision, second.precision) == (2, 1)
        and first.thousandths // 100 == second.thousandths // 100
    )


def test_every_result_of_ten_diamond_leagues_is_read_or_is_no_mark(shared_data: Path) -> None:
    table = polars.read_parquet(shared_data / "diamond_league_2010_2019.parquet")
    rows = table.select("event", "sex", "mark_text").rows()
    assert len(rows) == RESULTS
    refused: Counter[str] = Counter()
    for name, sex, text in rows:
        assert SEXES[sex] in event(name).sexes
        try:
            event(name).read(text)
        except MarkError:
            refused[text] += 1
    assert set(refused) == NO_MARKS
    assert refused.total() == sum(text in NO_MARKS for _, _, text in rows)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("50", "5.56"),  # Bailey 1996
        ("60", "6.34"),  # Coleman 2018
        ("50H", "6.25"),  # McKoy 1986
        ("60H", "7.27"),  # Holloway 2024
        ("200sh", "19.92"),  # Fredericks 1996
        ("100K", "6:05:35"),  # Sorokin 2023
        ("50RR", "2:38:43"),  # Albertson 2022
        ("HOUR", "18930"),  # Hassan 2020
        ("50KW", "3:35:27.2"),  # Diniz 2011
        ("5KWsh", "18:07.08"),  # Shchennikov 1995
        ("3KWsh", "11:40.33"),  # Iovan 1999
        ("DISMEAD", "9:14.58"),  # Brooks Beast 2024
        ("4X2sh", "1:22.11"),  # Great Britain 1991
        ("4X4sh", "3:01.51"),  # Houston 2019
        ("EKID", "1:57:06"),  # Kenya 2005
        ("HEPsh", "6645"),  # Eaton 2012
        ("PENsh", "5055"),  # Thiam 2023
        ("DEC", "8358"),  # Skujyte 2005
        ("PV", "6.25"),  # Duplantis 2024
        ("JTo", "104.80"),  # Hohn 1984
        ("110HJ", "12.72"),  # Zhoya 2021
        ("HTY", "87.16"),  # Halasz 2014
    ],
)
def test_records_beyond_the_outdoor_lists_are_read(code: str, text: str) -> None:
    assert str(EVENTS[code].read(text)) == text
