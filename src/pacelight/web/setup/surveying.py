"""The survey of a meet: read, checked, saved with its version, undone; and walked."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from pacelight.errors import RaceError, SurveyError
from pacelight.lights.drivers import patched
from pacelight.lights.drivers.port import Output
from pacelight.meet.programme.outputs import output_of
from pacelight.track import Survey, track
from pacelight.track.survey.even import even_rail
from pacelight.track.survey.file import SurveyFile, rail_text
from pacelight.track.survey.patch import Hung
from pacelight.track.survey.rail import Rail
from pacelight.track.survey.segment import Segment
from pacelight.web.setup import pictures
from pacelight.web.setup.draft import drafted as meet_drafted
from pacelight.web.setup.kept import MEET, SURVEY, Author, Kept, digest
from pacelight.web.setup.named import hung
from pacelight.web.setup.running import OnTrack, refuse
from pacelight.web.setup.shapes import PlanAsked, SurveyAsked, SurveyShown, WalkAsked
from pacelight.web.setup.survey import Fault, SurveyDraft, Surveyed, drafted, surveyed
from pacelight.web.setup.walk import Place, Walk, WalkShown

__all__ = ["Surveying"]

_UNCHANGED = "the survey is not changed"


@dataclass
class Surveying:
    """What is done with the survey of a meet.

    Attributes:
        kept: the files of the meet.
        walk: the lamps, one by one.
    """

    kept: Kept
    walk: Walk = field(default_factory=Walk)

    @property
    def file(self) -> str:
        """The name of the survey of the meet; the usual one where it names none of this folder."""
        try:
            text = self.kept.text(MEET)
            named = meet_drafted(text).survey if text is not None else ""
        except RaceError:
            return SURVEY
        folder = self.kept.folder.resolve()
        inside = named and (folder / named).resolve().is_relative_to(folder) and Path(named).name == named
        return named if inside else SURVEY

    def survey(self) -> Survey | None:
        """The survey as it is read; None where it cannot be yet."""
        try:
            return Survey.read(self.kept.folder / self.file)
        except SurveyError:
            return None

    def shown(self) -> SurveyShown:
        """The survey as it stands; an empty one where there is none yet."""
        text = self.kept.text(self.file)
        if text is None:
            return self._told(SurveyDraft(), "", [])
        try:
            file = SurveyFile.read(self.kept.folder / self.file)
        except SurveyError as error:
            return self._told(None, digest(text), [Fault("", f"{error} (or put an earlier version back)")])
        if file.rail is not None:
            return self.checked(drafted(file.rail), digest(text))
        found = [Fault("", words) for words in file.faults]
        note = "it has no controllers: begin anew to change it here, or change the file"
        standing = self._told(None, digest(text), found, note=note)
        drawn = pictures.drawn(file.track)
        return msgspec.structs.replace(standing, lamps=file.lamps, whole=not found, track=drawn)

    def checked(self, draft: SurveyDraft, seen: str) -> SurveyShown:
        """What is wrong with a draft, and where it would lie; nothing is written."""
        found = self._read(draft)
        return pictures.shown(
            self.file,
            draft,
            seen,
            versions=self.kept.versions(self.file),
            rail=found.rail,
            track=found.track,
            faults=found.faults,
        )

    def saved(self, asked: SurveyAsked, author: Author, on: OnTrack | None) -> SurveyShown:
        """Save a survey, also one with holes yet; what cannot be read is told, and not saved.

        Raises:
            RaceError: a race is on; or somebody else has changed it.
        """
        refuse(on, _UNCHANGED)
        found = self._read(asked.survey)
        if found.rail is None:
            return msgspec.structs.replace(self.checked(asked.survey, asked.seen), kept=False)
        self.kept.save(self.file, rail_text(found.rail), author, seen=asked.seen)
        return self.shown()

    def undone(self, seen: str, author: Author, on: OnTrack | None) -> SurveyShown:
        """Put the version before back.

        Raises:
            RaceError: a race is on; somebody else has changed it; or there is none before.
        """
        refuse(on, _UNCHANGED)
        self.kept.undo(self.file, author, seen=seen)
        return self.shown()

    def planned(self, asked: PlanAsked) -> SurveyShown:
        """A survey to begin with; nothing is written.

        Raises:
            SurveyError: so many lamps cannot be.
        """
        rail = even_rail(track(asked.track, self.kept.folder), asked.lamps, asked.controllers)
        return self.checked(drafted(rail), digest(self.kept.text(self.file)))

    def walked(self, asked: WalkAsked, author: Author, on: OnTrack | None) -> WalkShown:
        """Light a lamp or its segment, or none; and write down whether it shines.

        Args:
            asked: what.
            author: who asks.
            on: the race that is on, as far as it was heard last.

        Raises:
            PacelightError: a race is on, or there is no such lamp.
        """
        if asked.lamp is None:
            return self.walk.dark()
        survey, lamps = self._chosen(asked, asked.lamp, author, on)
        return self.walk.show(survey, self._output(survey, asked.lamp), Place(lamps, asked.blink))

    def to_walk(self, asked: WalkAsked, author: Author, on: OnTrack | None) -> tuple[int, int] | None:
        """From which lamp to which is lit, to be asked of the engine that has the lamps; None for none.

        Whether a lamp shines is written down, as in `walked`.

        Args:
            asked: what.
            author: who asks.
            on: the race that is on.

        Raises:
            PacelightError: a race is on, or there is no such lamp.
        """
        self.walk.dark()
        if asked.lamp is None:
            return None
        survey, lamps = self._chosen(asked, asked.lamp, author, on)
        return _stretch(lamps, len(survey))

    def _chosen(
        self, asked: WalkAsked, lamp: int, author: Author, on: OnTrack | None
    ) -> tuple[Survey, tuple[int, ...]]:
        refuse(on, "no lamps are walked")
        if asked.dead is not None:
            self._mark(lamp, author, dead=asked.dead)
        survey = Survey.read(self.kept.folder / self.file)
        return survey, _with_segment(survey, lamp) if asked.segment else (lamp,)

    def _read(self, draft: SurveyDraft) -> Surveyed:
        """What a draft says; no rail while a field cannot be read, or lamps cannot be where one says."""
        found = surveyed(draft, self.kept.folder)
        refused = {one.at for one in found.faults}
        if nowhere := [one for one in hung(draft) if one.at not in refused]:
            found.rail, found.faults = None, [*found.faults, *nowhere]
        return found

    def _told(self, draft: SurveyDraft | None, seen: str, faults: list[Fault], note: str = "") -> SurveyShown:
        versions = self.kept.versions(self.file)
        return pictures.shown(self.file, draft, seen, versions=versions, faults=faults, note=note)

    def _output(self, survey: Survey, lamp: int) -> Output:
        """Where the lamps are, as far as that is known yet: a track is walked while it is wired."""
        text = self.kept.text(MEET)
        given = [one for one in survey.controllers if one.output]
        if given and len(given) < len(survey.controllers):
            hung = survey.hung(lamp) if lamp < len(survey) else None
            if hung is not None and hung.controller not in {one.name for one in given}:
                raise SurveyError(f"controller '{hung.controller}' has no address yet (assign one)")
            return patched(
                [(one.output, one.channels) for one in given], "pacelight", [one.name for one in given]
            )
        return output_of(survey, meet_drafted(text).output if text is not None else "", "pacelight")

    def _mark(self, lamp: int, author: Author, *, dead: bool) -> None:
        """Write down whether a lamp shines, as whoever stands before it says."""
        text = self.kept.text(self.file)
        survey = Survey.read(self.kept.folder / self.file)
        hung = survey.hung(lamp) if 0 <= lamp < len(survey) else None
        if hung is None:
            raise SurveyError("this survey has no such lamp, or no controllers: its dead lamps are not kept")
        wirings = tuple(
            replace(
                one, segments=[_marked(each, nth, hung, dead=dead) for nth, each in enumerate(one.segments)]
            )
            if one.name == hung.controller
            else one
            for one in survey.rail.wirings
        )
        self.kept.save(self.file, rail_text(Rail(survey.track, wirings)), author, seen=digest(text))


def _marked(segment: Segment, nth: int, hung: Hung, *, dead: bool) -> Segment:
    if nth != hung.nth:
        return segment
    others = set(segment.dead) - {hung.number}
    return replace(segment, dead=tuple(sorted(others | {hung.number} if dead else others)))


def _stretch(lamps: tuple[int, ...], count: int) -> tuple[int, int]:
    """The first and the last of lamps that follow one another round the track.

    Raises:
        SurveyError: lamps of others are between them.
    """
    some = set(lamps)
    first = [one for one in some if (one - 1) % count not in some] or [min(some)]
    if len(first) > 1:
        raise SurveyError("between the lamps of this segment are lamps of others: walk them one by one")
    return first[0], (first[0] + len(some) - 1) % count


def _with_segment(survey: Survey, lamp: int) -> tuple[int, ...]:
    """A lamp, and all others of the segment on which it hangs; all there are where none is named."""
    hung = survey.hung(lamp) if 0 <= lamp < len(survey) else None
    held = range(len(survey))
    if hung is not None:
        lamps = [
            one.lamps for one in survey.placed if (one.controller, one.nth) == (hung.controller, hung.nth)
        ]
        return (lamp, *(one for one in lamps[0].tolist() if one != lamp))
    return (lamp, *(one for one in held if one != lamp))
