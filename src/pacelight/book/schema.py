"""The tables of the book: facts that are appended, people in a table of their own.

What names a person stands in `persons` and in `performance_keys` alone; facts speak of athletes and of
performances by number. A person can be forgotten without touching a fact.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from pacelight.book.kept_marks import mark_columns

__all__ = [
    "APPLICATION_ID",
    "METADATA",
    "VERSION",
    "assertions",
    "athletes",
    "book",
    "competitions",
    "coverage",
    "decisions",
    "performance_keys",
    "performances",
    "persons",
    "sources",
    "venues",
]

VERSION = 1
"""Of this schema; a book of another version is refused until it is migrated."""

APPLICATION_ID = 0x504C4254
"""``PLBT`` in the header of the SQLite file: how a book is told from any other database."""

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Every constraint has a name, so that migrations can speak of it on any database."""

book = Table("book", METADATA, Column("version", Integer, primary_key=True, autoincrement=False))

sources = Table(
    "sources",
    METADATA,
    Column("key", String, primary_key=True),
    Column("who", String, nullable=False),
    Column("url", String, nullable=False),
    Column("as_of", Date, nullable=False),
)

athletes = Table(
    "athletes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("nation", String, nullable=False),
)

persons = Table(
    "persons",
    METADATA,
    Column("athlete", ForeignKey("athletes.id"), primary_key=True),
    Column("key", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("aliases", String, nullable=False, doc="one name a line"),
    Column("born", Date, doc="where known and of use"),
    Column("born_precision", String, doc="day, month or year"),
)

performances = Table(
    "performances",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("event", String, nullable=False),
    Column("sex", String, nullable=False),
    Column("day", Date, nullable=False),
    Column("seq", Integer, nullable=False, doc="order within the day"),
    *mark_columns(required=True),
    Column("athlete", ForeignKey("athletes.id"), nullable=False),
    Column("nation", String, nullable=False),
    Column("venue", String, nullable=False),
    Column("competition", String, nullable=False),
    Column("place", Integer),
    Column("en_route_of", String),
    Column("official", Boolean, nullable=False),
    Column("flags", String, nullable=False),
    Column("note", String, nullable=False),
    Column("source", ForeignKey("sources.key"), nullable=False),
    Column("wind", Integer, doc="tenths of a metre a second, from behind"),
    Column("round", String, nullable=False),
    Column("conditions", String, nullable=False, doc="one a line"),
    CheckConstraint("value > 0", name="mark"),
    Index("ix_performances_group", "event", "sex", "day", "seq"),
    Index("ix_performances_athlete", "athlete", "event"),
)

performance_keys = Table(
    "performance_keys",
    METADATA,
    Column("key", String, primary_key=True),
    Column("performance", ForeignKey("performances.id"), nullable=False, unique=True),
)

assertions = Table(
    "assertions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("performance", ForeignKey("performances.id"), nullable=False),
    Column("source", ForeignKey("sources.key"), nullable=False),
    *mark_columns(required=True),
    UniqueConstraint("performance", "source"),
)
"""What each source says the mark was; the performance carries the one the book follows."""

decisions = Table(
    "decisions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("performance", ForeignKey("performances.id"), index=True),
    Column("athlete", ForeignKey("athletes.id"), index=True),
    Column("kind", String, nullable=False),
    Column("decided", Date, nullable=False),
    Column("learned", Date, nullable=False),
    Column("by", String, nullable=False),
    Column("why", String, nullable=False),
    Column("source", ForeignKey("sources.key")),
    Column("nation", String),
    Column("since", Date),
    Column("until", Date),
    *mark_columns(required=False),
    CheckConstraint("learned >= decided", name="learned"),
    CheckConstraint("(performance IS NULL) <> (athlete IS NULL)", name="about"),
)

coverage = Table(
    "coverage",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("level", String, nullable=False),
    Column("scope", String, nullable=False),
    Column("event", String, nullable=False),
    Column("sex", String, nullable=False),
    Column("since", Date, nullable=False),
    *mark_columns(required=False),
    Column("age", String, nullable=False),
    Column("source", ForeignKey("sources.key"), nullable=False),
    UniqueConstraint("level", "scope", "event", "sex", "age", "since"),
)

venues = Table(
    "venues",
    METADATA,
    Column("name", String, primary_key=True),
    Column("nation", String, nullable=False),
    Column("altitude_m", Integer),
    Column("track", String),
    Column("lap_mm", Integer),
    Column("roof", Boolean),
)

competitions = Table(
    "competitions",
    METADATA,
    Column("name", String, primary_key=True),
    Column("kind", String),
    Column("series", String, nullable=False),
    Column("honours", Boolean, nullable=False),
)
