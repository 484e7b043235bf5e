"""The secret that a bus on a network shares with those who may listen, and how each proves to know it.

Who listens is given a number that was never given before, and answers with a keyed hash of it and of a
number of its own; then the engine does the same. The secret itself never travels. What is said
afterwards is neither hidden nor signed: a bus belongs on a network of its own.

Source: RFC 2104 (HMAC); OWASP ASVS 5.0.0, 7.2.3 (at least 128 bits).
"""

import hmac
import secrets
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import msgspec

from pacelight.errors import OutputError

__all__ = ["SCHEMA", "Challenge", "Proof", "Secret", "challenge", "said"]

SCHEMA = "pacelight.bus/1"

_SHORTEST = 32
"""Characters: 128 bits where each is a hex digit."""

_BYTES = 32
"""Of a number that is used once."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Challenge(msgspec.Struct, frozen=True, tag_field="type", tag="challenge"):
    """What an engine asks of who would listen: a number that is used once, in hex."""

    schema: str
    nonce: str


class Proof(msgspec.Struct, frozen=True, tag_field="type", tag="proof"):
    """That the secret is known.

    Attributes:
        nonce: a number of the one who proves, used once, in hex.
        proof: the keyed hash of who proves and of both numbers, in hex.
    """

    schema: str
    nonce: str
    proof: str


_DECODER: msgspec.json.Decoder[Challenge | Proof] = msgspec.json.Decoder(Challenge | Proof)


def said(line: bytes) -> Challenge | Proof | None:
    """What a line asks or proves; None where it does neither."""
    try:
        found = _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return found if found.schema == SCHEMA else None


def challenge() -> Challenge:
    """A new one."""
    return Challenge(SCHEMA, secrets.token_hex(_BYTES))


@dataclass(frozen=True, slots=True)
class Secret:
    """A token that two engines share.

    Attributes:
        token: never printed.

    Raises:
        OutputError: it is too short to be one.
    """

    token: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.token) < _SHORTEST:
            raise OutputError(
                f"a secret has at least {_SHORTEST} characters, not {len(self.token)}"
                " (write one with: openssl rand -hex 32)"
            )

    @classmethod
    def read(cls, path: Path) -> Self:
        """The secret in that file, blanks around it left out.

        Raises:
            OutputError: it cannot be read, others may read it, or it is too short.
        """
        try:
            if path.stat().st_mode & _OTHERS:
                raise OutputError(f"others can read the secret in {path} (write: chmod 600 {path})")
            return cls(path.read_bytes().strip())
        except OSError as error:
            raise OutputError(f"no secret can be read at {path}: {error.strerror}") from error

    def prove(self, asked: Challenge) -> Proof:
        """The answer of one who would listen."""
        return self._proof("listener", asked.nonce, secrets.token_hex(_BYTES))

    def answer(self, asked: Challenge, proof: Proof) -> Proof:
        """The engine's own proof, for one who has proved."""
        return self._proof("engine", asked.nonce + proof.nonce, proof.nonce)

    def proves(self, asked: Challenge, proof: Proof) -> bool:
        """Whether who would listen knows the secret; takes as long whatever is wrong."""
        return self._same(self._proof("listener", asked.nonce, proof.nonce), proof)

    def answers(self, asked: Challenge, mine: Proof, proof: Proof) -> bool:
        """Whether the engine knows it."""
        return self._same(self.answer(asked, mine), proof)

    def _proof(self, who: str, asked: str, nonce: str) -> Proof:
        text = f"{SCHEMA} {who} {asked} {nonce}".encode()
        return Proof(SCHEMA, nonce, hmac.new(self.token, text, "sha256").hexdigest())

    @staticmethod
    def _same(right: Proof, given: Proof) -> bool:
        return hmac.compare_digest(right.proof.encode(), given.proof.encode())
