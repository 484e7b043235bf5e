"""An engine acknowledges only while its lights lead, and believes them only while they look."""

from dataclasses import dataclass, field, replace

import pytest

from pacelight.lights.standby.standing import Role
from pacelight.meet.clock import Instant
from pacelight.meet.show.office import FRESH_NS, Office, Post, Yielded

MS = 1_000_000


@dataclass
class Loop:
    """A light loop that looks every 20 ms of a clock that moves only when somebody sleeps."""

    post: Post = field(default_factory=lambda: Post(Role.LEADING, term=1))
    then: Post | None = None
    ns: int = 10**12
    slept: int = 0
    looks: bool = True

    def now(self) -> Instant:
        return Instant(self.ns, self.ns)

    def sleep(self, seconds: float) -> None:
        self.slept += 1
        before, self.ns = self.ns, self.ns + round(seconds * 1e9)
        if self.looks and before // (20 * MS) != self.ns // (20 * MS):
            self.post = replace(self.then or self.post, beats=self.post.beats + 1)

    def office(self) -> Office:
        return Office(lambda: self.post, self, self.sleep)


def test_whose_lights_lead_goes_on_at_once_while_they_look() -> None:
    loop = Loop()
    office = loop.office()
    office.hold()
    loop.slept = 0
    for _ in range(50):
        loop.sleep(0.020)
        office.hold()
    assert loop.slept == 50


def test_whose_lights_follow_says_no_more() -> None:
    loop = Loop(Post(Role.FOLLOWING, term=2))
    with pytest.raises(Yielded):
        loop.office().hold()


def test_lights_that_know_of_nobody_who_leads_follow_nobody() -> None:
    for post in (Post(Role.ALONE), Post(Role.FOLLOWING), Post(Role.FOLLOWING, heard_ns=5)):
        Loop(post).office().hold()


def test_who_was_frozen_waits_for_the_next_look_and_goes_by_that() -> None:
    loop = Loop()
    office = loop.office()
    office.hold()
    loop.sleep(0.020)
    office.hold()
    loop.ns += 5_000 * MS
    loop.then = Post(Role.FOLLOWING, term=2)
    assert loop.post.role is Role.LEADING
    with pytest.raises(Yielded):
        office.hold()


def test_a_look_before_the_freeze_is_not_taken_for_one_after_it() -> None:
    loop = Loop()
    office = loop.office()
    office.hold()
    loop.post = replace(loop.post, beats=loop.post.beats + 3)
    loop.ns += 5_000 * MS
    loop.slept = 0
    office.hold()
    assert loop.slept > 0


def test_lights_that_look_no_more_stop_the_engine_for_a_second_and_no_longer() -> None:
    loop = Loop(looks=False)
    begun_ns = loop.ns
    loop.office().hold()
    assert 1_000 * MS <= loop.ns - begun_ns < 1_100 * MS


def test_a_look_is_believed_for_no_longer_than_others_wait() -> None:
    from pacelight.lights.standby.lease import PATIENCE_NS

    assert FRESH_NS < PATIENCE_NS
