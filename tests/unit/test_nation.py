"""Who counts where, and since when."""

from collections import Counter
from datetime import date, timedelta

import pytest

from pacelight.errors import NationError
from pacelight.nation import AREAS, NATIONS, Nation, area_of, nation

FORMER = "AHO BIR BOH CEY DAH EUN FRG GDR RHO SAA SCG TCH UAR URS VOL YAR YMD YUG ZAI"
NEUTRAL = "ANA ART FOR INT MIX UND"


def test_there_are_214_members_in_six_areas() -> None:
    members = Counter(one.area for one in NATIONS.values() if one.member)
    assert members == {"AFR": 54, "ASI": 45, "EUR": 51, "NAC": 31, "OCE": 20, "SAM": 13}
    assert sum(members.values()) == 214
    assert sorted(AREAS) == sorted(area for area in members if area)


def test_all_others_are_territories_former_nations_or_teams_of_no_area() -> None:
    others = Counter(one.area for one in NATIONS.values() if not one.member and not one.until and one.area)
    assert others == {"AFR": 2, "EUR": 8, "NAC": 4, "OCE": 2, "SAM": 3}
    assert " ".join(code for code, one in NATIONS.items() if one.until) == FORMER
    assert " ".join(code for code, one in NATIONS.items() if one.area is None) == NEUTRAL
    assert len(NATIONS) == 214 + 19 + len(FORMER.split()) + len(NEUTRAL.split())


@pytest.mark.parametrize("one", NATIONS.values(), ids=NATIONS)
def test_every_nation_is_found_by_its_code_in_any_case(one: Nation) -> None:
    assert nation(one.code) is nation(f" {one.code.lower()} ") is one
    assert len(one.code) == 3
    assert one.area is None or one.area in AREAS


@pytest.mark.parametrize("code", FORMER.split())
def test_a_former_nation_has_successors_that_ran_after_it(code: str) -> None:
    one = nation(code)
    assert one.until is not None
    assert one.successors
    assert not one.member
    assert (one.existed(one.until), one.existed(one.until + timedelta(days=1))) == (True, False)
    if one.since:
        assert (one.existed(one.since - timedelta(days=1)), one.existed(one.since)) == (False, True)
    for successor in one.successors:
        assert nation(successor).existed(one.until + timedelta(days=1)) or nation(successor).until


@pytest.mark.parametrize(
    ("code", "day", "area"),
    [
        ("NOR", date(2025, 2, 13), "EUR"),
        ("ETH", date(2019, 3, 3), "AFR"),
        ("USA", date(2025, 2, 8), "NAC"),
        ("NZL", date(1975, 8, 12), "OCE"),  # Walker's 3:49.4
        ("BRA", date(2019, 1, 1), "SAM"),
        ("KGZ", date(2024, 1, 1), "ASI"),
        ("ISR", date(1989, 8, 31), "ASI"),  # placed with Europe in September 1989
        ("ISR", date(1989, 9, 1), "EUR"),
        ("ISR", date(2024, 8, 1), "EUR"),
        ("URS", date(1991, 12, 31), "EUR"),
        ("EUN", date(1992, 8, 1), "EUR"),
        ("KAZ", date(1992, 1, 1), "ASI"),
        ("GDR", date(1980, 8, 1), "EUR"),
        ("FRG", date(1980, 8, 1), "EUR"),
        ("GER", date(1936, 8, 1), "EUR"),
        ("GER", date(1990, 10, 3), "EUR"),
        ("EST", date(1936, 8, 1), "EUR"),
        ("SCG", date(2006, 7, 11), "EUR"),  # ran in Malaga after the state had ended
        ("PSE", date(2024, 1, 1), "ASI"),
        ("REU", date(2024, 1, 1), "AFR"),
        ("GUF", date(2024, 1, 1), "SAM"),
        ("SAM", date(2024, 1, 1), "OCE"),  # Samoa; as an area the same letters are South America
    ],
)
def test_a_nation_counts_for_one_area_on_a_day(code: str, day: date, area: str) -> None:
    assert area_of(code, day) == area


@pytest.mark.parametrize(
    ("code", "day", "says"),
    [
        ("URS", date(1992, 2, 1), "no athlete ran for URS on 1992-02-01 (write ARM or AZE or BLR or EST"),
        ("GER", date(1970, 1, 1), "no athlete ran for GER on 1970-01-01 (write FRG or GDR)"),
        ("GDR", date(1991, 1, 1), "no athlete ran for GDR on 1991-01-01 (write GER)"),
        ("CZE", date(1992, 12, 31), "no athlete ran for CZE on 1992-12-31 (write TCH)"),
        ("EST", date(1980, 7, 20), "no athlete ran for EST on 1980-07-20 (write URS)"),
        ("RUS", date(1991, 8, 1), "no athlete ran for RUS on 1991-08-01 (write URS)"),
        (
            "YUG",
            date(2004, 1, 1),
            "no athlete ran for YUG on 2004-01-01 (write BIH or CRO or MKD or SCG or SLO)",
        ),
        ("SRB", date(2005, 1, 1), "no athlete ran for SRB on 2005-01-01 (write SCG)"),
        ("SSD", date(2010, 1, 1), "no athlete ran for SSD on 2010-01-01"),
        ("ART", date(2024, 8, 1), "ART (Athlete Refugee Team) counts for no area"),
        ("XXX", date(2024, 8, 1), "no nation 'XXX' ("),
    ],
)
def test_who_did_not_run_that_day_is_refused_with_who_did(code: str, day: date, says: str) -> None:
    with pytest.raises(NationError) as refused:
        area_of(code, day)
    assert str(refused.value).startswith(says)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Norway", "no nation 'Norway' (nearest: NOR Norway)"),
        ("great britain", "no nation 'great britain' (nearest: GBR Great Britain and Northern Ireland)"),
        ("Korea", "no nation 'Korea' (nearest: KOR Korea, PRK DPR Korea)"),
        ("Ethiopa", "no nation 'Ethiopa' (nearest: ETH Ethiopia)"),
        ("NLD", "no nation 'NLD' (nearest: UND Undefined, NZL New Zealand, NED Netherlands)"),  # of ISO
        ("", "no nation '' (write the code of World Athletics, as NOR or USA)"),
        ("Deutschland", "no nation 'Deutschland' (write the code of World Athletics, as NOR or USA)"),
    ],
)
def test_what_is_no_nation_is_refused_with_the_nearest(text: str, says: str) -> None:
    with pytest.raises(NationError) as refused:
        nation(text)
    assert str(refused.value) == says


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ("KHM", "CAM"),
        ("MCG", "MNE"),
        ("NCL", "CAL"),
        ("POF", "PYF"),
        ("PSE", "PLE"),
        ("ROM", "ROU"),
        ("SER", "SRB"),
        ("SIN", "SGP"),
        ("TAI", "TPE"),
    ],
)
def test_a_second_code_in_common_use_is_the_same_nation(other: str, code: str) -> None:
    assert other not in NATIONS
    assert nation(other) is NATIONS[code]
