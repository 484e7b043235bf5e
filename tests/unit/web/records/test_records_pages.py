"""What the desk shows: what waits, the record and what it broke, what ratification asks for."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

LIEVIN = "2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob"

SPLIT = "2025-02-13-lievin-1500sh-men-ingebrigtsen-jakob"


def test_what_waits_is_listed_by_its_evening_the_latest_first(desk: Any) -> None:
    page = desk.ask("GET", "/records").text
    evenings = re.findall(r'<h2><time datetime="([^"]+)">', page)
    assert evenings[:3] == ["2025-02-14", "2025-02-13", "2025-02-08"]
    assert evenings == sorted(evenings, reverse=True)
    assert f'href="/records/{LIEVIN}"' in page
    assert "18 performances wait for a decision." in page


def test_a_level_and_an_event_narrow_what_waits(desk: Any) -> None:
    page = desk.ask("GET", "/records?event=MILEsh&level=ar").text
    assert set(re.findall(r'class="number" href="/records/([^"]+)"', page)) == {
        LIEVIN,
        "2025-02-08-new-york-MILEsh-men-habz-azeddine",
    }
    assert desk.ask("GET", "/records?event=nonsense").status_code == 400


def test_nothing_on_the_page_says_what_nobody_ratifies(desk: Any) -> None:
    """A personal best is decided by nobody, and neither is the first mark of a list."""
    page = desk.ask("GET", "/records").text
    chips = set(re.findall(r'class="chip" data-level="[A-Z]*">([^<]+)<', page))
    assert chips == {"WR", "AR", "NR"}


def test_a_record_says_what_it_broke_by_how_much_whose_and_since_when(desk: Any) -> None:
    page = desk.page()
    rows = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    told = [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip() for row in rows]
    assert told[1].startswith("WR 1.49 3:46.63 Yared Nuguse USA 8 Feb 2025")
    assert told[2].startswith("AR EUR 2.42 3:47.56 Azeddine Habz FRA 8 Feb 2025")
    assert told[3].startswith("NR NOR 11.85 3:56.99 Filip Ingebrigtsen NOR 8 Feb 2020")
    assert 'href="/book/athlete/ingebrigtsen-jakob"' in page
    assert 'href="/book/event/MILEsh/men"' in page


@pytest.mark.parametrize("language", ["nb", "fr"])
def test_by_how_much_has_the_decimal_sign_of_the_language_and_a_mark_its_point(
    desk: Any, language: str
) -> None:
    page = desk.ask("GET", f"/records/{LIEVIN}", headers={"Accept-Language": language}).text
    better = re.findall(r'<td class="number">([^<]+)</td><td class="mark">([^<]+)</td>', page)
    assert better[:3] == [("1,49", "3:46.63"), ("2,42", "3:47.56"), ("11,85", "3:56.99")]


def test_a_mark_on_the_way_says_so_and_asks_for_the_whole_distance(desk: Any) -> None:
    page = desk.page(SPLIT)
    assert "on the way to MILEsh" in page
    assert 'id="condition-finished"' in page


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "What was broken"), ("nb", "Hva som ble slått"), ("fr", "Ce qui a été battu")],
)
def test_the_desk_speaks_the_language_of_who_asks(desk: Any, language: str, said: str) -> None:
    page = desk.ask("GET", f"/records/{LIEVIN}", headers={"Accept-Language": language})
    assert f'<html lang="{language}">' in page.text
    assert said in page.text
    assert "cookie" in page.headers["vary"]


def test_every_condition_is_said_in_every_language() -> None:
    from pacelight.records.ratification import conditions
    from pacelight.web.words import languages

    for spoken in languages().values():
        missing = [one.key for one in conditions() if f"records-condition-{one.key}" not in spoken.messages]
        assert missing == [], spoken.code


def test_a_spectator_sees_the_record_and_no_form_and_no_note(desk: Any) -> None:
    desk.send("attest", condition="doping", says="met", why="form 17, in the green folder")
    page = desk.page()
    assert "3:46.63" in page
    assert "<form method" not in page
    assert "green folder" not in page
    assert "Somebody has looked." in page
    assert "form 17, in the green folder" in desk.page(token=desk.token())


def test_where_nobody_signs_in_the_desk_only_shows(make: Callable[..., Any]) -> None:
    desk = make(gated=False)
    assert "Nothing is decided on this page" in desk.page()
    before = desk.decided()
    form = {"key": LIEVIN, "seen": "1", "kind": "ratify", "by": "x", "on": "2025-02-18", "why": "y"}
    assert desk.ask("POST", "/records/decide", data=form).status_code == 403
    assert desk.decided() == before


@pytest.mark.parametrize("key", ["nobody", "<script>alert(1)</script>", "a/b", "é"])
def test_what_is_not_in_the_book_is_said_in_words_and_escaped(desk: Any, key: str) -> None:
    answer = desk.ask("GET", f"/records/{quote(key, safe='')}")
    assert answer.status_code == 404
    assert "no performance" in answer.text.lower()
    assert "<script>alert" not in answer.text
