"""A training: groups that run on the same lamps, each with its distance, its lights and its gun.

TOML, documented in ``docs/reference/training-file.md``.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from pacelight.cli.plan_pages import even_to
from pacelight.errors import PacelightError, PlanError
from pacelight.lights.canvas.legend import SIGNS, confused
from pacelight.lights.canvas.pattern import Pattern
from pacelight.lights.canvas.wave import Wave

__all__ = ["SCHEMA", "Group", "Training"]

SCHEMA = "pacelight.training/1"

Word = Annotated[str, msgspec.Meta(min_length=1)]


class LightFields(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A light of a group, at an even pace to its time.

    Attributes:
        time: the mark at the finish: ``2:50.00``.
        colour, pattern: others than those of the lights before if not given.
    """

    time: Word
    colour: str = ""
    pattern: str = ""


class GroupFields(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A group.

    Attributes:
        name: by which it is called at the trackside.
        event: what it runs, by code or common name: its distance says where it starts.
        after: seconds from the first gun to its own, where all run by the clock.
        light: its lights; where they cover one another, the one named first is seen.
    """

    name: Word
    event: Word
    after: Annotated[float, msgspec.Meta(ge=0, le=36_000)] = 0.0
    light: Annotated[list[LightFields], msgspec.Meta(min_length=1)]


class TrainingFields(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole training file."""

    schema: Word
    group: Annotated[list[GroupFields], msgspec.Meta(min_length=1, max_length=9)]


@dataclass(frozen=True, slots=True)
class Group:
    """A group that can run.

    Attributes:
        event: as it is called.
        after_ns: from the first gun to its own, whole nanoseconds.
        waves: its lights, of one distance.
    """

    name: str
    event: str
    after_ns: int
    waves: tuple[Wave, ...]

    @property
    def lasts_ns(self) -> int:
        """From its gun until its last light is through."""
        return max(wave.plan.finish.ns for wave in self.waves)

    def __str__(self) -> str:
        """As it is printed: ``fast, 1000 m: green comet 2:50.00``."""
        lights = ", ".join(wave.legend for wave in self.waves)
        return f"{self.name}, {self.event}: {lights}"


@dataclass(frozen=True, slots=True)
class Training:
    """All groups of a training, in the order of the file.

    Attributes:
        told: in one line each, lights that somebody cannot tell apart.

    Raises:
        PlanError: unreadable or not possible; the offence is named.
    """

    groups: tuple[Group, ...]
    told: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> "Training":
        """The training in that file.

        Raises:
            PlanError: see the class; the file is named.
        """
        try:
            return cls.parse(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise PlanError(f"no training file can be read at {path}: {error.strerror}") from error
        except (PacelightError, UnicodeDecodeError) as error:
            raise PlanError(f"{path}: {error}") from error

    @classmethod
    def parse(cls, text: str) -> "Training":
        """The training that this text describes.

        Raises:
            PlanError: see the class.
        """
        groups: list[Group] = []
        for fields in _fields(text).group:
            if fields.name in {group.name for group in groups}:
                raise PlanError(f"two groups are called '{fields.name}'")
            before = sum(len(group.waves) for group in groups)
            groups.append(_group(fields, before))
        waves = [wave for group in groups for wave in group.waves]
        return cls(tuple(groups), tuple(str(pair) for pair in confused(waves)))


def _fields(text: str) -> TrainingFields:
    try:
        fields = msgspec.toml.decode(text, type=TrainingFields)
    except msgspec.ValidationError as error:
        match = re.fullmatch(r"(.*?) - at `\$\.?(.*?)`", str(error), re.DOTALL)
        raise PlanError(f"{match[2]}: {match[1]}" if match and match[2] else str(error)) from error
    except msgspec.DecodeError as error:
        raise PlanError(f"not a training file: {error}") from error
    if fields.schema != SCHEMA:
        raise PlanError(f"schema {fields.schema!r} is not known here (write '{SCHEMA}')")
    return fields


def _group(fields: GroupFields, before: int) -> Group:
    """A group, after so many lights of others."""
    try:
        waves = [_wave(fields, light, before + nth) for nth, light in enumerate(fields.light)]
    except PacelightError as error:
        raise PlanError(f"group '{fields.name}': {error}") from error
    event = even_to(fields.event, fields.light[0].time).event
    return Group(fields.name, event.name, round(fields.after * 1e9), tuple(waves))


def _wave(group: GroupFields, light: LightFields, number: int) -> Wave:
    sign, wanted = SIGNS[number % len(SIGNS)], even_to(group.event, light.time)
    colour, pattern = light.colour or sign.colour, _pattern(light.pattern) or sign.pattern
    word = next((one.word for one in SIGNS if one.colour == colour.lower()), colour)
    legend = f"{word} {pattern} {wanted.mark}"
    return Wave(
        f"{group.name} {wanted.mark}", wanted.plan, colour, pattern=pattern, priority=-number, legend=legend
    )


def _pattern(text: str) -> Pattern | None:
    if not text:
        return None
    try:
        return Pattern(text)
    except ValueError:
        raise PlanError(f"pattern '{text}' is none of {', '.join(Pattern)}") from None
