"""The race as it stands: a snapshot, and each numbered delta folded into it.

Pure. The browser folds the same deltas by the same table (`frontend/src/live/fold.ts`).
"""

from typing import Any

__all__ = ["Document", "Fold", "fold"]

Document = dict[str, Any]
"""One JSON object of the live protocol (`docs/reference/live-protocol.md`)."""

LISTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "change": ("changes", ("line",)),
    "light": ("lights", ("name",)),
    "split": ("splits", ("distance_m",)),
    "gap": ("gaps", ("light", "distance_m")),
    "record": ("records", ("level", "scope", "code", "athlete")),
}
"""Type of delta: the list it belongs to, and what makes two entries the same fact."""

OWN = {"change", "light", "record"}
"""Types whose list belongs to the race, not to a runner."""

WHOLE = {"records", "aside", "conflicts", "wind", "races", "holder", "sources", "alarms"}
"""Types that replace what was told under their name."""

ADDRESS = {"seq", "type", "bib"}
"""What of a delta is address and not content; a record says whose it is in its own `bib`."""


class Fold:
    """The newest state of one engine run.

    Attributes:
        snapshot: everything up to `seq`; None until the engine was heard.
    """

    def __init__(self) -> None:
        self.snapshot: Document | None = None

    @property
    def seq(self) -> int:
        """Number of the last delta folded in; -1 before the first snapshot."""
        return -1 if self.snapshot is None else int(self.snapshot["seq"])

    @property
    def boot(self) -> str:
        """The engine run that the snapshot belongs to."""
        return "" if self.snapshot is None else str(self.snapshot["boot"])

    def replace(self, snapshot: Document) -> bool:
        """Take a whole snapshot.

        Returns:
            whether it says anything new.
        """
        new = (snapshot["boot"], snapshot["seq"]) != (self.boot, self.seq)
        self.snapshot = snapshot
        return new

    def take(self, delta: Document) -> bool:
        """Fold one delta in.

        Returns:
            False where one is missing before it: ask for a snapshot. An old delta is passed over.
        """
        if self.snapshot is None or delta["seq"] > self.seq + 1:
            return False
        if delta["seq"] == self.seq + 1:
            fold(self.snapshot, delta)
        return True


def fold(snapshot: Document, delta: Document) -> None:
    """Change the snapshot by one delta, in place; unknown types only count."""
    snapshot["seq"] = delta["seq"]
    kind = delta["type"]
    fields = {
        name: value
        for name, value in delta.items()
        if name not in (ADDRESS - {"bib"} if kind == "record" else ADDRESS)
    }
    if kind == "state":
        snapshot |= fields
    elif kind in WHOLE:
        snapshot[kind] = fields[kind]
    elif kind == "outlook":
        _runner(snapshot, delta["bib"])["outlook"] = fields
    elif kind == "runner":
        _runner(snapshot, delta["bib"]).update(fields)
    elif kind in {"clock", "look", "output", "clocks"}:
        snapshot[kind] = {**(snapshot.get(kind) or {}), **fields}
    elif kind == "result":
        _finish(_runner(snapshot, delta["bib"]), fields)
    elif kind in LISTS:
        name, same = LISTS[kind]
        owner = snapshot if kind in OWN else _runner(snapshot, delta["bib"])
        _put(owner.setdefault(name, []), fields, same)
        if kind == "change":
            snapshot["revision"] = max(snapshot.get("revision", 0), fields["revision"])


def _runner(snapshot: Document, bib: str) -> Document:
    """The runner of this bib; one that the snapshot did not know is added by its bib alone."""
    runners: list[Document] = snapshot["runners"]
    for known in runners:
        if known["bib"] == bib:
            return known
    runner: Document = {"bib": bib, "name": bib, "nation": "", "finish_only": False, "status": None}
    runner |= {"splits": [], "gaps": [], "result": None}
    runners.append(runner)
    return runner


def _finish(runner: Document, fields: Document) -> None:
    if "status" in fields:
        runner["status"] = fields["status"]
    runner["rule"] = fields.get("rule", "")
    runner["result"] = None if fields.get("mark") is None else {k: fields[k] for k in ("place", "mark")}


def _put(entries: list[Document], entry: Document, same: tuple[str, ...]) -> None:
    """Add, or correct what was said of the same thing before."""
    for place, known in enumerate(entries):
        if all(known.get(name) == entry.get(name) for name in same):
            entries[place] = entry
            return
    entries.append(entry)
