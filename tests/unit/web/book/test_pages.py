"""Every page of the record book, every parameter, every refusal."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest

from pacelight.web.book.routes import PAGES

Ask = Callable[..., Any]

MEN = "/book/event/MILEsh/men"
ADDRESSES = (
    "/book",
    "/book?as_of=2025-02-12",
    "/book?as_of=1900-01-01",
    "/book/search",
    "/book/search?q=ingebrigtsen",
    "/book/search?q=indoor+mile",
    "/book/search?q=zzzzz",
    MEN,
    f"{MEN}?outright=yes&top=3",
    "/book/event/HJ/women",
    "/book/event/MAR/mixed",
    "/book/athlete/ingebrigtsen-jakob",
    "/book/athlete/nuguse-yared?as_of=2024-12-31",
    "/book/athlete/nuguse-yared?as_of=1990-01-01",
    "/book/nation/NOR",
    "/book/nation/URS",
    "/book/nation/NOR?as_of=1950-01-01",
    "/book/levels",
    "/book/levels?event=MILEsh&mark=3:46.00&sex=men&nation=NOR&as_of=2025-02-12",
    "/book/levels?event=HJ&mark=2.40",
    "/book/compare",
    "/book/compare?from=2025-02-01&to=2025-03-25",
    "/book/compare?from=2025-02-12&to=2025-02-12&event=MILE",
    "/book/verify",
    "/book/verify?event=HJ&against=africanews-2019",
    "/book/conflicts",
    "/book/conflicts?event=MILEsh&sex=men&known_at=2025-02-12",
)


def text(page: str) -> str:
    """What a person reads of a page, blanks made one."""
    said = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    return re.sub(r" (?=[,.:;*](?: |$))", "", said)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_is_whole_and_holds_no_script_and_no_style(ask: Ask, address: str) -> None:
    answer = ask(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = answer.text
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    assert page.count("<h1>") == 1
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|None|Undefined", page)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert sorted(set(ids)) == sorted(ids)
    described = re.findall(r'aria-labelledby="([^"]+)"', page)
    assert set(described) <= set(ids)


def test_a_page_that_is_kept_is_kept_for_the_theme_in_which_it_was_asked(ask: Ask) -> None:
    plain, sunny = ask(MEN), ask(MEN, cookie="theme=sunlight")
    assert ('<html lang="en">' in plain.text, '<html lang="en" data-theme="sunlight">' in sunny.text) == (
        True,
        True,
    )
    assert "cookie" in plain.headers["vary"]
    again = ask(MEN, cookie="theme=light", if_none_match=sunny.headers["etag"])
    assert (again.status_code, 'data-theme="light"' in again.text) == (200, True)


def test_every_link_of_every_page_leads_somewhere(ask: Ask) -> None:
    found = {link for address in ADDRESSES for link in re.findall(r'href="(/[^"]*)"', ask(address).text)}
    found -= {"/icon.svg", *(link for link in found if link.startswith(("/language/", "/theme/")))}
    kinds: dict[str, str] = {}
    for link in sorted(html.unescape(one) for one in found):
        kinds.setdefault(
            re.sub(r"(?<=athlete/|.nation/|..event/)[^/?.]+|/(women|mixed)|=[^&]+", "", link), link
        )
    assert len(kinds) > 40
    told = {link: ask(link.partition("#")[0]).status_code for link in kinds.values()}
    assert {link: code for link, code in told.items() if code != 200} == {}


def test_all_that_is_asked_of_an_event_stands_on_its_page(ask: Ask) -> None:
    page = text(ask(f"{MEN}?as_of=2025-02-12").text)
    assert "Mile short track, men as of 12 Feb 2025" in page
    assert (
        "World record JSON CSV 3:46.63 Yared Nuguse USA 8 Feb 2025, New York, Millrose Games pending" in page
    )
    assert (
        "It stands for 4 days, 0.38 s better than 3:47.01 of Yomif Kejelcha, which stood 2,169 days" in page
    )
    assert "Until it is decided, the ratified record is 3:47.01 Yomif Kejelcha ETH, 3 Mar 2019" in page
    assert "10 national records" in page
    assert "Complete down to 3:48.93; beyond it ranks are not known" in page


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", "World record JSON CSV 3:45.14 Jakob Ingebrigtsen"),
        ("?as_of=2025-02-12", "3:46.63 Yared Nuguse"),
        ("?as_of=2025-02-12&ratified=yes", "World record JSON CSV 3:47.01 Yomif Kejelcha"),
        ("?as_of=2025-02-12&ratified=yes&known_at=2025-04-01", "World record JSON CSV 3:46.63 Yared Nuguse"),
        ("?as_of=2025-02-12&known_at=2025-04-01", "as of 12 Feb 2025, as known at 1 Apr 2025"),
        ("?level=nr&scope=nor", "National record of Norway JSON CSV 3:45.14"),
        ("?level=AR&scope=EUR&as_of=2025-02-12", "European record JSON CSV 3:47.56 Azeddine Habz"),
        ("?level=AR&scope=ASI", "The book does not cover the AR ASI of Mile short track, men."),
        ("?age=U20", "The book does not cover the U20 WR of Mile short track, men."),
        ("?outright=yes", "Mile short track, men, both tracks"),
        ("?outright=yes", "World record JSON CSV 3:42.66 Josh Kerr"),
        ("?top=2", "2 3:45.94 Cole Hocker USA 14 Feb 2026, Winston-Salem 14 Feb 2026 Winston-Salem Complete"),
        ("?nation=NOR&top=1", "All-time list: Norway"),
        ("?area=EUR&top=1", "All-time list: Europe"),
        ("?year=2025&top=1", "2025 JSON CSV Rank"),
        ("?all_performances=yes", "ranks of performances are not known"),
        ("?race=mixed", "not known"),
    ],
)
def test_every_filter_of_an_event_asks_what_it_says(ask: Ask, asked: str, shown: str) -> None:
    answer = ask(f"{MEN}{asked}")
    assert answer.status_code == 200
    assert shown.casefold() in text(answer.text).casefold()


def test_the_filters_stay_as_they_were_set(ask: Ask) -> None:
    page = ask(f"{MEN}?level=NR&scope=NOR&as_of=2025-02-12&top=5&ratified=yes").text
    assert "<option selected>NR</option>" in page
    assert 'name="scope" value="NOR"' in page
    assert 'name="as_of" value="2025-02-12"' in page
    assert 'name="top" min="1" max="1000" value="5"' in page
    assert 'name="ratified" value="yes" checked' in page
    assert '<details class="panel filters" open>' in page


def test_a_day_that_was_asked_for_goes_along_to_the_next_page(ask: Ask) -> None:
    page = ask(f"{MEN}?as_of=2025-02-12").text
    assert 'href="/book/athlete/nuguse-yared?as_of=2025-02-12"' in page
    assert 'href="/book/nation/USA?as_of=2025-02-12"' in page


def test_a_page_of_today_names_its_address_for_good(ask: Ask) -> None:
    page = ask(f"{MEN}?top=3").text
    lasting = f"{MEN}?top=3&amp;as_of=2026-11-25&amp;known_at=2026-11-25"
    assert f'<a href="{lasting}">This page for good</a>' in page
    assert "3:45.14" in ask(html.unescape(lasting)).text


def test_an_athletes_page_tells_the_career(ask: Ask) -> None:
    page = text(ask("/book/athlete/nuguse-yared").text)
    assert "Yared Nuguse USA as of 25 Nov 2026" in page
    assert "Medals 3 bronze Olympic Games 1500 m, 3:27.80, 6 Aug 2024" in page
    assert "WR Mile short track" in page
    assert "Mile short track 3:46.63*" in page
    jakob = text(ask("/book/athlete/ingebrigtsen-jakob").text)
    assert "also known as Jakob Asserson Ingebrigtsen" in jakob
    assert "WR AR EUR NR NOR Mile short track" in jakob


def test_a_nations_page_says_what_is_covered_and_what_is_not(ask: Ask) -> None:
    page = text(ask("/book/nation/NOR").text)
    assert "Norway NOR Europe · as of 25 Nov 2026" in page
    assert "Mile short track 3:45.14 Jakob Ingebrigtsen" in page
    assert "2 national records, from 17 Feb 2022 on" in page
    assert "Of every other event the national record is not known" in page
    assert "The book covers no national record of Soviet Union" in text(ask("/book/nation/URS").text)
    assert "none of them by that day" in text(ask("/book/nation/NOR?as_of=1950-01-01").text)


def test_the_search_finds_athletes_events_and_nations(ask: Ask) -> None:
    assert "Jakob Ingebrigtsen" in text(ask("/book/search?q=JAKOB+inge").text)
    assert "Saïd Aouita" in text(ask("/book/search?q=said").text)
    assert 'href="/book/event/MILEsh/men"' in ask("/book/search?q=mile").text
    assert 'href="/book/nation/NOR"' in ask("/book/search?q=norw").text
    nothing = text(ask("/book/search?q=ingebrigtsn+jakob").text)
    assert "0 athletes, 0 events, 0 nations" in nothing
    assert "(the nearest: Jakob Ingebrigtsen" in nothing


def test_what_a_mark_would_be_has_sign_word_and_place(ask: Ask) -> None:
    page = text(ask("/book/levels?event=MILEsh&mark=3:46.00&nation=NOR&as_of=2025-02-12").text)
    assert "WR ▲ better +0.63 +0.63 3:46.63 Yared Nuguse" in page
    assert "World all-time: place 1; Norway all-time: place 1" in page


def test_two_days_are_compared(ask: Ask) -> None:
    page = text(ask("/book/compare?from=2025-02-12&to=2025-02-13&event=MILEsh").text)
    assert "12 Feb 2025 and 13 Feb 2025" in page
    assert "6 improved" in page
    assert "Nothing has changed" in text(ask("/book/compare?from=2025-02-12&to=2025-02-12").text)


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("/book/event/indor%20mile/men", "No event 'indor mile' (nearest: MILEsh Mile short track"),
        ("/book/event/MILEsh/dogs", "No class 'dogs' (there are men, women, mixed)"),
        ("/book/event/nothing", "No event 'nothing'"),
        ("/book/athlete/jakob-ingebrigtsn", "(the nearest: Jakob Ingebrigtsen"),
        ("/book/nation/XYZ", "No nation 'XYZ'"),
    ],
)
def test_what_is_not_there_is_404_with_what_is_near(ask: Ask, address: str, line: str) -> None:
    answer = ask(address)
    assert answer.status_code == 404
    assert answer.headers["cache-control"] == "no-store"
    assert line in text(answer.text)


@pytest.mark.parametrize(
    ("address", "line"),
    [
        (f"{MEN}?top=0", "top is from 1 to 1000, not '0'"),
        (f"{MEN}?top=many", "top is from 1 to 1000, not 'many'"),
        (f"{MEN}?top=1001", "top is from 1 to 1000, not '1001'"),
        (f"{MEN}?top={'9' * 5000}", "top is from 1 to 1000"),
        (f"{MEN}?year=MMXXV", "year is a calendar year, as 2025, not 'MMXXV'"),
        (f"{MEN}?as_of=tomorrow", "as_of is not a day: 'tomorrow' (write year-month-day"),
        (f"{MEN}?known_at=2025-02-30", "known_at is not a day: '2025-02-30'"),
        (f"{MEN}?level=XR", "no level 'XR' (there are WR, AR"),
        (f"{MEN}?level=NR", "NR needs a scope: a nation, as NOR"),
        (f"{MEN}?level=NR&scope=XYZ", "no nation 'XYZ'"),
        (f"{MEN}?scope=EUR", "a world record has no scope"),
        (f"{MEN}?age=U19", "no age group 'U19'"),
        (f"{MEN}?ratified=maybe", "ratified is yes or no, not 'maybe'"),
        (f"{MEN}?race=uphill", "race is women-only or mixed, not 'uphill'"),
        (f"{MEN}?nation=NOR&area=EUR", "a list is of a nation or of an area"),
        (f"{MEN}?lvl=NR", "this page has no parameter 'lvl' (it takes level, scope"),
        (f"{MEN}?top=1&top=2", "'top' is given twice"),
        ("/book/levels?event=MILEsh", "write mark too"),
        ("/book/levels?event=MILEsh&mark=3:45:14", "(write 3:45.14)"),
        ("/book/levels?event=MILEsh&mark=3:45.14&sex=dogs", "sex is men, women, mixed, not 'dogs'"),
        ("/book/compare?from=2025-02-12&to=soon", "to is not a day: 'soon'"),
        ("/book/verify?event=MILEsh&against=nobody", "the book has no source 'nobody'"),
        ("/book/conflicts?event=nothing", "no event 'nothing'"),
    ],
)
def test_what_cannot_be_asked_is_400_and_one_line(ask: Ask, address: str, line: str) -> None:
    answer = ask(address)
    assert answer.status_code == 400
    assert line.casefold() in text(answer.text).casefold()
    path, _, query = address.partition("?")
    told = ask(f"{path}.json?{query}")
    assert (told.status_code, told.json()["schema"]) == (400, "pacelight.error/1")
    assert line in told.json()["error"]
    lines = ask(f"{path}.csv?{query}")
    assert (lines.status_code, lines.headers["content-type"]) == (400, "text/plain; charset=utf-8")
    assert lines.text == f"{told.json()['error']}\n"


@pytest.mark.parametrize(
    ("address", "moved"),
    [
        ("/book/event/MILEsh", MEN),
        ("/book/event/indoor%20mile/men?top=3", f"{MEN}?top=3"),
        ("/book/event/indoor%20mile/men/list.csv?top=3", f"{MEN}/list.csv?top=3"),
        (
            "/book/athlete/Jakob%20Ingebrigtsen?as_of=2025-02-12",
            "/book/athlete/ingebrigtsen-jakob?as_of=2025-02-12",
        ),
        ("/book/nation/nor", "/book/nation/NOR"),
    ],
)
def test_another_name_leads_to_the_one_address(ask: Ask, address: str, moved: str) -> None:
    answer = ask(address)
    assert (answer.status_code, answer.headers["location"]) == (308, moved)


def test_what_a_form_leaves_empty_is_left_out_of_the_address(ask: Ask) -> None:
    answer = ask(f"{MEN}?level=NR&scope=NOR&age=&as_of=&top=")
    assert (answer.status_code, answer.headers["location"]) == (302, f"{MEN}?level=NR&scope=NOR")


def test_without_a_race_the_book_is_the_first_page(ask: Ask) -> None:
    answer = ask("/")
    assert (answer.status_code, answer.headers["location"]) == (302, "/book")
    assert ask("/results").status_code == 404
    assert ask("/api/snapshot").status_code == 404


def test_names_and_reasons_are_escaped_wherever_they_stand(other: Ask) -> None:
    pages = (
        "/book", "/book/search?q=eve", "/book/event/800/women?level=NR&scope=NOR", "/book/athlete/evil-eve",
        "/book/nation/NOR", "/book/levels?event=800&mark=2:00.00&sex=women&nation=NOR",
        "/book/compare?from=2024-01-01&to=2026-11-25", "/book/conflicts",
        "/book/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/book/athlete/%3Cscript%3E",
        "/book/event/%22%3E%3Cscript%3E/men",
    )  # fmt: skip
    for address in pages:
        page = other(address).text
        assert "<script" not in page, address
        assert "javascript:" not in re.sub(r"\([^)]*\)", "", page), address
        assert 'alert("1")' not in page, address
    assert "&lt;script&gt;" in other("/book/athlete/evil-eve").text


def test_of_who_is_not_of_age_a_page_says_the_year_of_birth_alone(other: Ask) -> None:
    for address in ("/book/athlete/young-yan", "/book/athlete/young-yan?as_of=2030-01-01"):
        page = other(address).text
        assert "born 2010 " in text(page)
        assert "2010-05" not in page
        assert "16y" not in page
        told = other(address.replace("young-yan", "young-yan.json")).json()
        assert told["athlete"]["born"] == "2010"
        assert told["bests"][0]["age"] == {"least": 15, "most": 16, "days": None}
    grown = other("/book/athlete/evil-eve").text
    assert "born 1990-05-17" in text(grown)
    assert "35y 15d" in grown


def test_a_nations_record_of_a_small_book_is_a_candidate_in_words(other: Ask) -> None:
    page = other("/book/nation/NOR").text
    assert 'title="candidate: in the book, not yet submitted"' in page
    assert "1:59.99" in page


def test_every_page_has_its_forms(ask: Ask) -> None:
    assert [one.path for one in PAGES if not one.for_programs] == ["/book/event/{code}"]
    for address in (
        "/book",
        MEN,
        "/book/athlete/nuguse-yared",
        "/book/nation/NOR",
        "/book/search",
        "/book/conflicts",
    ):
        assert ask(f"{address}.json").headers["content-type"] == "application/json"
        assert ask(f"{address}.csv").headers["content-type"] == "text/csv; charset=utf-8"
    waiting = ask("/book/levels.json")
    assert (waiting.status_code, waiting.json()["error"]) == (404, "nothing is asked here yet")


def test_the_whole_event_as_json_is_made_of_the_answers_of_the_commands(ask: Ask) -> None:
    whole = ask(f"{MEN}.json?top=3").json()
    assert whole["schema"] == "pacelight.event/1"
    assert whole["record"] == ask(f"{MEN}/record.json?top=3").json()
    assert whole["progression"] == ask(f"{MEN}/progression.json?top=3").json()
    assert whole["list"] == ask(f"{MEN}/list.json?top=3").json()
    assert [(one["label"], one["scope"]) for one in whole["records"]][:3] == [
        ("WR", "WORLD"), ("AR", "EUR"), ("NR", "AUS"),
    ]  # fmt: skip
    lines = ask(f"{MEN}.csv").text.splitlines()
    assert lines[:2] == [
        "list,mark,athlete,nation,day,venue,status",
        "WR,3:45.14,Jakob Ingebrigtsen,NOR,2025-02-13,Liévin,ratified",
    ]
    assert len(lines) == 1 + len(whole["records"])
