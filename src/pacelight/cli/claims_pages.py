"""Answers to claims on the terminal: sentence by sentence for people, JSON for programs."""

import json as json_texts
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from pacelight.book.asking import answers as shapes
from pacelight.claims import Answer, Evidence, Verdict

__all__ = ["Page"]

_WIDTH = max(len(verdict) for verdict in Verdict)


@dataclass(frozen=True, slots=True)
class Page:
    """How the answers are to be shown.

    Attributes:
        article: the file, or ``-``.
        as_of: the day of the text.
        found: the day was found in the text.
    """

    article: str
    as_of: date
    found: bool

    def show(self, answers: Sequence[Answer], *, json: bool) -> None:
        """Every claim with its answer, in the order of the text, and how many there are of each."""
        if json:
            sys.stdout.write(json_texts.dumps(self._shape(answers), ensure_ascii=False) + "\n")
            return
        sys.stdout.write("".join(f"{line}\n" for line in self._lines(answers)))

    def _lines(self, answers: Sequence[Answer]) -> Iterator[str]:
        yield f"{self.article} as of {self.as_of}{' (found in the text)' if self.found else ''}"
        for sentence, of_it in groupby(answers, key=lambda answer: answer.claim.sentence):
            yield ""
            yield sentence
            for answer in of_it:
                quote = " ".join(answer.claim.quote.split())
                yield f"  {answer.verdict:{_WIDTH}}  {answer.claim.kind}: {quote}"
                yield f"  {'':{_WIDTH}}  {answer.why}"
                for evidence in answer.evidence:
                    yield f"  {'':{_WIDTH}}  {_shown(evidence)}"
        yield ""
        yield ", ".join(f"{verdict}: {number}" for verdict, number in _counted(answers).items())

    def _shape(self, answers: Sequence[Answer]) -> dict[str, Any]:
        return {
            "schema": "pacelight.claims/1",
            "article": self.article,
            "as_of": self.as_of.isoformat(),
            "as_of_found": self.found,
            "counts": {verdict.value: number for verdict, number in _counted(answers).items()},
            "claims": [_claim(answer) for answer in answers],
        }


def _counted(answers: Sequence[Answer]) -> dict[Verdict, int]:
    counted = Counter(answer.verdict for answer in answers)
    return {verdict: counted[verdict] for verdict in Verdict}


def _shown(evidence: Evidence) -> str:
    """The list, the performance, its status, who says so and of when that is."""
    one, source = evidence.performance, evidence.source
    status = f", {evidence.status}" if evidence.status else ""
    said = f": {source.who} ({source.as_of})" if source else ""
    return f"{evidence.listed}: {one.mark} {one.athlete} ({one.nation}), {one.venue} {one.day}{status}{said}"


def _claim(answer: Answer) -> dict[str, Any]:
    claim = answer.claim
    mark = getattr(claim.statement, "meant", None) or getattr(claim.statement, "mark", None)
    return {
        "kind": claim.kind,
        "verdict": answer.verdict,
        "why": answer.why,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "sentence": claim.sentence,
        "hedged": claim.hedged,
        "mark": None if mark is None else shapes.mark(mark),
        "evidence": [_evidence(evidence) for evidence in answer.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    source = evidence.source
    return {
        "list": evidence.listed,
        "status": evidence.status,
        "performance": shapes.performance(evidence.performance),
        "source": None
        if source is None
        else {
            "key": source.key,
            "who": source.who,
            "url": source.url,
            "as_of": source.as_of.isoformat(),
        },
    }
