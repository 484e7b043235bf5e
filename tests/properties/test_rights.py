"""Who is signed in, held against a model that only remembers what was done when."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from pacelight.meet.desk.roles import Role
from pacelight.web.rights.access import PAIRING_S, Access
from pacelight.web.rights.session import IDLE_S, LONGEST_S

ROLES = st.sampled_from(sorted(set(Role) - {Role.SPECTATOR}))


class SignedIn(RuleBasedStateMachine):
    """Codes are drawn, used, used again, forgotten; sessions are asked, ended and left alone."""

    codes = Bundle("codes")
    used = Bundle("used")
    tokens = Bundle("tokens")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="pacelight-rights-")
        self.access = Access(Path(self.folder.name) / "access")
        self.now_s = 1_738_000_000
        self.until: dict[str, int] = {}
        self.living: dict[str, list[int]] = {}  # token: when it was made, when it was last written as seen

    def teardown(self) -> None:
        self.access.close()
        self.folder.cleanup()

    @rule(target=codes, role=ROLES)
    def invite(self, role: Role) -> str:
        made = self.access.invite(role, role, self.now_s)
        self.until[made.code] = self.now_s + PAIRING_S
        return made.code

    @rule(seconds=st.sampled_from([1, 59, 60, 599, 600, 3600, IDLE_S - 1, IDLE_S, LONGEST_S]))
    def time_goes_by(self, seconds: int) -> None:
        self.now_s += seconds

    @rule(target=tokens, code=consumes(codes))
    def pair(self, code: str) -> str:
        found = self.access.pair(code, "10.0.0.7", self.now_s)
        good = self.now_s < self.until.pop(code)
        assert (found is not None) is good
        # A code that was looked at is of no use afterwards, good or not.
        assert self.access.pair(code, "10.0.0.7", self.now_s) is None
        if found is None:
            return ""
        self.living[found[0]] = [self.now_s, self.now_s]
        return found[0]

    @rule(code=st.text(max_size=20))
    def guess(self, code: str) -> None:
        assert self.access.pair(code, "10.0.0.7", self.now_s) is None

    @rule(token=tokens)
    def ask(self, token: str) -> None:
        found = self.access.session(token, self.now_s)
        assert (found is not None) is self.lives(token)
        if found is not None and self.now_s - self.living[token][1] >= 60:
            self.living[token][1] = self.now_s

    @rule(token=consumes(tokens))
    def revoke(self, token: str) -> None:
        found = self.access.session(token, self.now_s)
        self.living.pop(token, None)
        if found is not None:
            assert self.access.revoke(found.id)
        assert self.access.session(token, self.now_s) is None

    @rule()
    def another_process_takes_over(self) -> None:
        self.access.close()
        self.access = Access(Path(self.folder.name) / "access")

    @invariant()
    def those_who_are_listed_are_those_who_live(self) -> None:
        assert len(self.access.sessions(self.now_s)) == sum(map(self.lives, self.living))

    def lives(self, token: str) -> bool:
        if token not in self.living:
            return False
        made_s, seen_s = self.living[token]
        return self.now_s < min(seen_s + IDLE_S, made_s + LONGEST_S)


TestSignedIn = SignedIn.TestCase
TestSignedIn.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
