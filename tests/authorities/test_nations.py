"""Our nations beside a list of others, whose faults are known one by one."""

import json
from pathlib import Path

import pytest

from pacelight.errors import NationError
from pacelight.nation import NATIONS, nation

OBJECTS = 251

AREA = {"NAM": "NAC"}
"""They write NAM for the area that World Athletics writes NAC; NAM is Namibia."""

WRONG_AREA = {
    "GUF": ("AFR", "SAM", "French Guiana lies in South America"),
    "REU": ("NAM", "AFR", "Reunion lies in the Indian Ocean"),
    "PSE": ("AFR", "ASI", "Palestine stands twice, as PLE under Asia"),
}
"""Code, their area, ours, why."""

SAME_NATION = {
    "KHM": "CAM",
    "MCG": "MNE",
    "POF": "PYF",
    "PSE": "PLE",
    "SER": "SRB",
    "TAI": "TPE",
}
"""Second codes of one nation."""

OWN_NATION = {"BIR": "MYA", "ZAI": "COD"}
"""Second codes that are a former nation of ours: the country had another name until a day."""

NO_NATION = {
    "AFR": "an area listed as if it were a country",
    "ASI": "an area listed as if it were a country",
    "EUR": "an area listed as if it were a country",
    "OCE": "an area listed as if it were a country",
    "CEP": "Central Pacific: no team under this code is known",
    "IWP": "independent participants of one championship",
    "IEP": "independent participants of one championship",
}
"""What is on the list and no nation."""

FORMER = {"URS", "GDR", "FRG", "TCH", "YUG", "SCG", "EUN"}
"""Listed under Europe without dates."""

OURS_ALONE = "ANA ART BOH CEY CUR DAH FOR GGY INT IOM JEY MIX NIU RHO SAA UAR UND VOL YAR YMD"
"""Teams of no area, territories with games of their own, and nations that are no more."""


@pytest.fixture(scope="session")
def theirs(shared_data: Path) -> dict[str, str]:
    """Code and area, as they write it."""
    rows = json.loads((shared_data / "countries" / "countries.json").read_text(encoding="utf-8"))
    assert len(rows) == OBJECTS
    return {row["id"]: row["areaCode"] for row in rows}


def test_every_nation_of_theirs_is_ours_but_those_that_are_none(theirs: dict[str, str]) -> None:
    unknown = set()
    for code in theirs:
        try:
            nation(code)
        except NationError:
            unknown.add(code)
    assert unknown == set(NO_NATION)


def test_every_area_agrees_but_where_theirs_is_known_to_be_wrong(theirs: dict[str, str]) -> None:
    differ = {
        code: (area, nation(code).area)
        for code, area in theirs.items()
        if code not in NO_NATION and nation(code).area != AREA.get(area, area)
    }
    assert differ == {code: (wrong, right) for code, (wrong, right, _) in WRONG_AREA.items()}


def test_second_codes_are_taken_for_what_they_are(theirs: dict[str, str]) -> None:
    assert set(SAME_NATION) | set(SAME_NATION.values()) <= set(theirs)
    renamed = {code: nation(code).code for code in theirs if code not in NO_NATION and code not in NATIONS}
    assert renamed == SAME_NATION
    assert set(OWN_NATION) <= set(theirs)
    assert {code: nation(code).successors for code in OWN_NATION} == {
        code: (successor,) for code, successor in OWN_NATION.items()
    }


def test_former_nations_have_the_dates_that_theirs_lack(theirs: dict[str, str]) -> None:
    former = {code for code in theirs if code in NATIONS and NATIONS[code].until}
    assert former == FORMER | {"AHO", *OWN_NATION}
    assert {theirs[code] for code in FORMER} == {"EUR"}
    assert {NATIONS[code].area for code in FORMER} == {"EUR"}


def test_letters_that_mean_an_area_and_a_nation_mean_the_nation(theirs: dict[str, str]) -> None:
    assert (nation("SAM").name, theirs["SAM"]) == ("Samoa", "OCE")
    assert (nation("NAM").name, theirs["NAM"]) == ("Namibia", "AFR")


def test_what_we_have_beyond_their_list_is_known_by_name(theirs: dict[str, str]) -> None:
    assert " ".join(sorted(set(NATIONS) - set(theirs))) == OURS_ALONE


def test_every_member_is_on_their_list(theirs: dict[str, str]) -> None:
    assert {code for code, one in NATIONS.items() if one.member} - set(theirs) == set()
