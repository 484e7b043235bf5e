"""What is sent to the desk: written down with who and why, or refused in place with nothing typed lost."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.attestation import Attested
from pacelight.book.model import Decision, DecisionKind, Standing
from pacelight.event import Level, Sex

LIEVIN = "2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob"

TYPED = {"by": "the jury", "on": "2025-02-18", "learned": "2025-02-19", "why": 'as "agreed" & <said>'}


def wrong(page: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'<span class="wrong" id="[^"]+">([^<]+)</span>', page)]


@pytest.mark.parametrize(
    ("kind", "written"),
    [("submit", "submitted"), ("ratify", "ratified"), ("reject", "rejected"), ("annul", "annulled")],
)
def test_a_decision_is_written_with_who_when_and_why(desk: Any, kind: str, written: str) -> None:
    before = desk.decided()
    answer = desk.send("decide", kind=kind, whose="every")
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        f"/records/{LIEVIN}?done={written}#history",
    )
    assert desk.decided()[len(before) :] == [(written, "World Athletics", "2025-02-18", "the form is whole")]
    (line,) = [one for one in desk.log if f"event={written} " in one]
    for told in ('by="statistics"', 'role="statistician"', 'decided_by="World Athletics"', LIEVIN, "whole"):
        assert told in line


def test_one_record_is_ratified_and_the_others_wait_on(desk: Any) -> None:
    desk.send("decide", kind="ratify", whose="NR:NOR")
    with Book.open(desk.book) as book:
        day = date(2025, 2, 20)
        national = book.record("MILEsh", Sex.MEN, level=Level.NR, scope="NOR", as_of=day)
        world = book.record("MILEsh", Sex.MEN, as_of=day)
    assert isinstance(national, Standing)
    assert isinstance(world, Standing)
    assert (national.status, world.status) == ("ratified", "pending")
    page = desk.page()
    assert page.count('data-status="ratified"') == 2  # beside the mark it broke, once for each width


def test_a_decision_is_taken_back_and_stays_to_be_seen(desk: Any) -> None:
    desk.send("decide", kind="ratify", whose="every")
    token = desk.token()
    named = re.findall(r'name="decision" value="(ratified [^"]+)"', desk.page(token=token))
    assert named == ["ratified 2025-02-18 - -"]
    answer = desk.send("withdraw", decision=named[0], on="2025-02-19", why="the wrong race")
    assert answer.status_code == 303
    assert desk.decided()[-1] == ("withdrawn", "World Athletics", "2025-02-19", "the wrong race")
    page = desk.page(token=token)
    assert "taken back" in page
    assert "ratified 2025-02-18 - -" not in page
    again = desk.send("withdraw", decision=named[0], on="2025-02-19", why="again")
    assert again.status_code == 400
    assert "That decision stands no more" in again.text


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"kind": "", "whose": "every"}, "Choose what was decided."),
        ({"kind": "crown", "whose": "every"}, "Choose what was decided."),
        ({"kind": "annul", "whose": "WR:WORLD"}, "A result is void as a whole"),
        ({"kind": "ratify", "whose": "XR:WORLD"}, "There is no such record."),
        ({"kind": "ratify", "by": " "}, "Say who decided"),
        ({"kind": "ratify", "why": ""}, "Say why"),
        ({"kind": "ratify", "on": "yesterday"}, "Not a day: “yesterday”."),
        ({"kind": "ratify", "on": "2025-02-21"}, "That day has not come yet."),
        ({"kind": "ratify", "on": "2025-02-12"}, "It was run on 13 Feb 2025"),
        ({"kind": "ratify", "learned": "2025-02-17"}, "It became known between"),
        ({"kind": "ratify", "learned": "2025-02-30"}, "Not a day: “2025-02-30”."),
        ({"kind": "ratify", "why": "x" * 501}, "501 characters; 500 fit."),
        ({"kind": "ratify", "by": "a\x00b"}, "There is a sign in it"),
    ],
)
def test_what_cannot_be_is_refused_in_its_field_and_nothing_typed_is_lost(
    desk: Any, form: dict[str, str], said: str
) -> None:
    before = desk.decided()
    answer = desk.send("decide", **(TYPED | form))
    assert answer.status_code == 400
    (told,) = wrong(answer.text)
    assert told.startswith(said)
    assert answer.text.count('aria-invalid="true"') == 1
    page = unescape(answer.text)
    for name, value in (TYPED | form).items():
        if name in {"by", "on", "learned"} and value.strip():
            assert f'value="{value}"' in page
        if name == "why":
            assert f">{value}</textarea>" in page
    assert desk.decided() == before


def test_what_the_book_refuses_is_said_in_its_own_words(desk: Any) -> None:
    answer = desk.send("decide", kind="ratify", whose="NR:NOWHERE")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert "NOWHERE" in answer.text


def test_who_decides_after_somebody_else_is_told_what_and_decides_anew(desk: Any) -> None:
    seen, token = desk.seen(), desk.token()
    with Book.open(desk.book) as book:
        day = date(2025, 2, 19)
        book.decide(Decision(LIEVIN, DecisionKind.REJECTED, day, day, "The federation", "no test", ""))
    before = desk.decided()
    answer = desk.send("decide", token, kind="ratify", seen=seen, **TYPED)
    assert answer.status_code == 409
    page = unescape(answer.text)
    assert "Somebody has decided meanwhile." in page
    assert re.search(r"<strong>Rejected</strong>\s+, The federation, 19 Feb 2025: no test", page)
    assert f">{TYPED['why']}</textarea>" in page
    assert desk.decided() == before
    now = re.search(r'name="seen" value="(\d+)"', answer.text)
    assert now is not None
    assert desk.send("decide", token, kind="ratify", seen=now[1], **TYPED).status_code == 303


def test_the_same_decision_twice_is_one_and_says_so(desk: Any) -> None:
    desk.send("decide", kind="ratify")
    before = desk.decided()
    assert desk.send("decide", kind="ratify").headers["location"].endswith("?done=known#history")
    assert desk.decided() == before


def test_what_was_taken_back_on_its_own_day_is_decided_again_on_it(desk: Any) -> None:
    desk.send("decide", kind="ratify")
    desk.send("withdraw", decision="ratified 2025-02-18 - -", on="2025-02-18")
    assert desk.send("decide", kind="ratify").headers["location"].endswith("?done=ratified#history")


def test_what_was_taken_back_is_decided_anew_under_another_day(desk: Any) -> None:
    """A decision is known by its kind and its day: under the same day it would count as taken back, too."""
    desk.send("decide", kind="ratify")
    desk.send("withdraw", decision="ratified 2025-02-18 - -", on="2025-02-19")
    again = desk.send("decide", kind="ratify", by="another jury")
    assert again.status_code == 400
    assert wrong(again.text)[0].startswith("A decision of this kind and day was taken back")
    assert desk.send("decide", kind="ratify", on="2025-02-19").status_code == 303


@pytest.mark.parametrize("seen", ["", "-1", "none", "9" * 40, "²"])
def test_a_form_that_does_not_say_what_was_seen_writes_nothing(desk: Any, seen: str) -> None:
    before = desk.decided()
    assert desk.send("decide", kind="ratify", seen=seen).status_code == 409
    assert desk.decided() == before


def test_a_session_that_has_ended_loses_nothing_and_signs_in_beside_what_was_typed(desk: Any) -> None:
    before = desk.decided()
    answer = desk.send("decide", "x" * 43, kind="ratify", **TYPED)
    assert answer.status_code == 403
    page = unescape(answer.text)
    assert "Nothing you typed is lost" in page
    assert f">{TYPED['why']}</textarea>" in page
    assert 'name="code"' in page
    assert desk.decided() == before
    refused = desk.send("decide", "", kind="ratify", code="WRONG-CODE", **TYPED)
    assert refused.status_code == 403
    assert "This code lets nobody in" in refused.text
    done = desk.send("decide", "", kind="ratify", code=desk.code(), **TYPED)
    assert done.status_code == 303
    assert done.headers["set-cookie"].startswith("pacelight=")
    assert desk.decided()[-1][:2] == ("ratified", "the jury")


def test_a_code_of_another_role_signs_in_and_decides_nothing(desk: Any) -> None:
    before = desk.decided()
    answer = desk.send("decide", "", kind="ratify", code=desk.code("announcer", "booth"), **TYPED)
    assert answer.status_code == 403
    assert "This is not for the role announcer" in answer.text
    assert desk.decided() == before


def test_what_was_looked_at_is_kept_with_who_when_and_how(desk: Any) -> None:
    answer = desk.send("attest", condition="doping", says="met", why="form 17")
    assert answer.headers["location"] == f"/records/{LIEVIN}?done=attested#condition-doping"
    desk.now_s += 60
    desk.send("attest", condition="doping", says="not met", why="the lab has lost it")
    with Book.open(desk.book) as book:
        said = [(one.says, one.by, one.why, one.at_s - desk.now_s) for one in book.attestations(LIEVIN)]
    assert said == [
        (Attested.MET, "statistics", "form 17", -60),
        (Attested.NOT_MET, "statistics", "the lab has lost it", 0),
    ]
    page = desk.page(token=desk.token())
    assert "statistics looked, 2025-02-20 12:01 UTC: the lab has lost it" in page
    assert "2025-02-20 12:00 UTC statistics: met, form 17" in page
    assert [one for one in desk.log if "event=attested" in one and 'condition="doping"' in one]


def test_looking_closes_a_condition_and_taking_it_back_opens_it(desk: Any) -> None:
    def still_open() -> int:
        found = re.search(r"(\d+) conditions are open", desk.page())
        assert found is not None
        return int(found[1])

    before = still_open()
    desk.send("attest", condition="shoes", says="met")
    assert still_open() == before - 1
    desk.send("attest", condition="shoes", says="open")
    assert still_open() == before


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"condition": "doping", "says": ""}, "Choose what you saw."),
        ({"condition": "doping", "says": "perhaps"}, "Choose what you saw."),
        ({"condition": "doping", "says": "not met"}, "Say what is missing."),
        ({"condition": "doping", "says": "met", "why": "y" * 600}, "600 characters"),
    ],
)
def test_a_look_that_says_nothing_is_refused_in_place(desk: Any, form: dict[str, str], said: str) -> None:
    answer = desk.send("attest", **form)
    assert answer.status_code == 400
    assert wrong(answer.text)[0].startswith(said)
    assert re.search(r"<details open><summary>I have looked</summary>", answer.text)


@pytest.mark.parametrize("condition", ["", "implement", "weather"])
def test_a_condition_that_is_not_asked_of_it_is_refused(desk: Any, condition: str) -> None:
    assert desk.send("attest", condition=condition, says="met").status_code == 400


@pytest.mark.parametrize(
    "body", [b"", b"\xff\xfe", b"=&=&", b"kind=ratify&kind=reject", b"a=1" + b"&a=1" * 40]
)
def test_what_is_no_form_writes_nothing(desk: Any, body: bytes) -> None:
    before = desk.decided()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = desk.ask("POST", "/records/decide", desk.token(), content=body, headers=headers)
    assert answer.status_code in {400, 404, 409}
    assert desk.decided() == before


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", "http://127.0.0.1:1"])
@pytest.mark.parametrize("act", ["decide", "withdraw", "attest"])
def test_a_page_of_another_origin_decides_nothing(desk: Any, act: str, origin: str) -> None:
    before = desk.decided()
    form = {"key": LIEVIN, "seen": desk.seen(), "kind": "ratify", "condition": "doping", "says": "met"}
    answer = desk.ask("POST", f"/records/{act}", desk.token(), data=form, headers={"Origin": origin})
    assert answer.status_code == 403
    assert desk.decided() == before


@pytest.mark.parametrize(
    ("language", "said"), [("nb", "Det ble l\u00f8pt 13. feb. 2025"), ("fr", "13 f\u00e9vr. 2025")]
)
def test_a_day_in_a_refusal_is_written_as_the_language_does(desk: Any, language: str, said: str) -> None:
    answer = desk.send("decide", language=language, **(TYPED | {"kind": "ratify", "on": "2025-02-12"}))
    assert answer.status_code == 400
    (told,) = wrong(answer.text)
    assert said in told
