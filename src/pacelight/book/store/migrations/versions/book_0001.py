"""Version 1: facts, the people they are about, and how often the book has changed."""

from typing import Any

from alembic import op
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    UniqueConstraint,
)

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0001"
down_revision = None

_TEXT = String().with_variant(String(collation="C"), "postgresql")


def upgrade() -> None:
    """Every table, each after those that it points to. Constraints get their names from the convention."""
    _book()
    _people()
    _performances()
    _about_performances()
    _lists_and_places()


def _book() -> None:
    op.create_table(
        "book",
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("revision", Integer, nullable=False),
        CheckConstraint("id = 1", name="one"),
    )
    op.create_table(
        "sources",
        Column("key", _TEXT, primary_key=True),
        _text("who"),
        _text("url"),
        Column("as_of", Date, nullable=False),
    )


def _people() -> None:
    op.create_table("athletes", Column("id", Integer, primary_key=True), _text("nation"))
    op.create_table(
        "persons",
        Column("athlete", Integer, ForeignKey("athletes.id"), primary_key=True),
        Column("key", _TEXT, nullable=False, unique=True),
        _text("name"),
        _text("aliases"),
        Column("born", Date),
        Column("born_precision", _TEXT),
    )


def _performances() -> None:
    op.create_table(
        "performances",
        Column("id", Integer, primary_key=True),
        _text("event"),
        _text("sex"),
        Column("day", Date, nullable=False),
        Column("seq", Integer, nullable=False),
        *_mark(required=True),
        Column("athlete", Integer, ForeignKey("athletes.id"), nullable=False),
        _text("nation"),
        _text("venue"),
        _text("competition"),
        Column("place", Integer),
        Column("en_route_of", _TEXT),
        Column("official", Boolean, nullable=False),
        _text("flags"),
        _text("note"),
        Column("source", _TEXT, ForeignKey("sources.key"), nullable=False),
        Column("wind", Integer),
        _text("round"),
        _text("conditions"),
        CheckConstraint("value > 0", name="mark"),
    )
    op.create_index("ix_performances_group", "performances", ["event", "sex", "day", "seq"])
    op.create_index("ix_performances_athlete", "performances", ["athlete", "event"])


def _about_performances() -> None:
    op.create_table(
        "performance_keys",
        Column("key", _TEXT, primary_key=True),
        Column("performance", Integer, ForeignKey("performances.id"), nullable=False, unique=True),
    )
    op.create_table(
        "assertions",
        Column("id", Integer, primary_key=True),
        Column("performance", Integer, ForeignKey("performances.id"), nullable=False),
        Column("source", _TEXT, ForeignKey("sources.key"), nullable=False),
        *_mark(required=True),
        UniqueConstraint("performance", "source"),
    )
    op.create_table(
        "decisions",
        Column("id", Integer, primary_key=True),
        Column("performance", Integer, ForeignKey("performances.id"), index=True),
        Column("athlete", Integer, ForeignKey("athletes.id"), index=True),
        _text("kind"),
        Column("decided", Date, nullable=False),
        Column("learned", Date, nullable=False),
        _text("by"),
        _text("why"),
        Column("source", _TEXT, ForeignKey("sources.key")),
        Column("nation", _TEXT),
        Column("since", Date),
        Column("until", Date),
        *_mark(required=False),
        CheckConstraint("learned >= decided", name="learned"),
        CheckConstraint("(performance IS NULL) <> (athlete IS NULL)", name="about"),
    )


def _lists_and_places() -> None:
    op.create_table(
        "coverage",
        Column("id", Integer, primary_key=True),
        _text("level"),
        _text("scope"),
        _text("event"),
        _text("sex"),
        Column("since", Date, nullable=False),
        *_mark(required=False),
        _text("age"),
        Column("source", _TEXT, ForeignKey("sources.key"), nullable=False),
        UniqueConstraint("level", "scope", "event", "sex", "age", "since"),
    )
    op.create_table(
        "venues",
        Column("name", _TEXT, primary_key=True),
        _text("nation"),
        Column("altitude_m", Integer),
        Column("track", _TEXT),
        Column("lap_mm", Integer),
        Column("roof", Boolean),
    )
    op.create_table(
        "competitions",
        Column("name", _TEXT, primary_key=True),
        Column("kind", _TEXT),
        _text("series"),
        Column("honours", Boolean, nullable=False),
    )


def _text(name: str) -> Column[Any]:
    return Column(name, _TEXT, nullable=False)


def _mark(*, required: bool) -> list[Column[Any]]:
    return [
        Column("value", Integer, nullable=not required),
        Column("unit", String, nullable=not required),
        Column("precision", Integer, nullable=not required),
        Column("timing", String, nullable=not required),
    ]
