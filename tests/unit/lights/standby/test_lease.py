"""Who leads: the table, and nothing but the table."""

from itertools import product
from pathlib import Path

import pytest

from pacelight.lights.standby import lease
from pacelight.lights.standby.heartbeat import Says
from pacelight.lights.standby.lease import LISTENING_NS, NEXT, PATIENCE_NS, Claim, Heard, Lease
from pacelight.lights.standby.standing import Role

ME, LESS, MORE = 50, 40, 60
ROLES = (Role.FOLLOWING, Role.LEADING, Role.ENDED)


def at(role: Role) -> Lease:
    """In term 5: led by another, or by me, or ended by another."""
    return Lease(ME, 1000, role, Claim(5, ME if role is Role.LEADING else LESS), PATIENCE_NS)


def heard(before: Lease, what: Heard) -> Lease:
    term, who = before.claim.term, before.claim.who
    match what:
        case Heard.HIGHER:
            return before.told(Claim(term + 1, 1), Says.LEADS, 2000)
        case Heard.SAME:
            return before.told(before.claim, Says.LEADS, 2000)
        case Heard.LOWER:
            return before.told(Claim(term, who - 1), Says.LEADS, 2000)
        case Heard.ENDED:
            return before.told(Claim(term, max(who, MORE)), Says.ENDS, 2000)
        case Heard.SILENT:
            return before.due(1000 + PATIENCE_NS)


@pytest.mark.parametrize(("role", "what"), list(product(ROLES, Heard)))
def test_whatever_is_heard_the_table_says_what_is_next(role: Role, what: Heard) -> None:
    before = at(role)
    after = heard(before, what)
    assert after.role is NEXT.get((role, what), role)
    if (role, what) not in NEXT:
        assert after == before


def test_who_follows_may_be_told_to_lead_and_nobody_else() -> None:
    assert at(Role.FOLLOWING).claimed() == Lease(ME, 1000, Role.LEADING, Claim(6, ME), PATIENCE_NS)
    for role in (Role.LEADING, Role.ENDED):
        assert at(role).claimed() == at(role)


def rows(text: str) -> dict[str, list[str]]:
    lines = [line.split() for line in text.splitlines()]
    return {words[0]: words[1:] for words in lines if words and words[0] in {"now", *ROLES}}


def test_the_table_in_the_docstring_is_the_table() -> None:
    drawn = rows(lease.__doc__ or "")
    assert drawn.pop("now") == list(Heard)
    assert drawn == {role: [NEXT.get((role, what), ".") for what in Heard] for role in ROLES}


def test_the_table_in_the_documentation_is_the_table() -> None:
    page = Path(__file__).parents[4] / "docs" / "explanation" / "never-dark.md"
    lines = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page.read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    ]
    drawn = {line[0]: line[1:] for line in lines if line[0] in ROLES and len(line) == 1 + len(Heard)}
    assert drawn == {role: [NEXT.get((role, what), "") for what in Heard] for role in ROLES}


def test_of_two_that_claim_the_same_term_the_greater_number_leads() -> None:
    mine = Lease(ME, 0, Role.LEADING, Claim(2, ME), PATIENCE_NS)
    assert mine.told(Claim(2, MORE), Says.LEADS, 1).role is Role.FOLLOWING
    assert mine.told(Claim(2, LESS), Says.LEADS, 1) == mine


def test_who_takes_over_claims_the_next_term() -> None:
    assert at(Role.FOLLOWING).due(1000 + PATIENCE_NS).claim == Claim(6, ME)


def test_who_begins_listens_for_longer_than_who_follows_waits() -> None:
    new = Lease(ME, 1000)
    assert new.due(1000 + LISTENING_NS - 1) == new
    assert new.due(1000 + LISTENING_NS).claim == Claim(1, ME)


def test_when_the_leader_goes_nobody_waits() -> None:
    before = Lease(ME, 1000, Role.FOLLOWING, Claim(5, MORE), PATIENCE_NS)
    gone = before.told(Claim(5, MORE), Says.LEAVES, 2000)
    assert gone.role is Role.FOLLOWING
    assert gone.due(2000).role is Role.LEADING


def test_that_a_loop_goes_which_follows_too_changes_nothing() -> None:
    before = at(Role.FOLLOWING)
    assert before.told(Claim(5, MORE), Says.LEAVES, 2000) == before
