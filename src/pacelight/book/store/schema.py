"""The tables of the book: facts that are appended, people in a table of their own.

What names a person stands in `persons`, in `performance_keys` and, where a list is one athlete's own, in the
scope of its `coverage`; facts speak of athletes and of performances by number. A person can be forgotten
without touching a fact.

Who changes a table here adds a script to `migrations.versions`, which brings a book from one version to the
next; the tests hold both to the same tables.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
)

from pacelight.book.store.kept_marks import mark_columns

__all__ = [
    "APPLICATION_ID",
    "METADATA",
    "TEXT",
    "VERSION",
    "assertions",
    "athletes",
    "attestations",
    "book",
    "competitions",
    "coverage",
    "decisions",
    "merges",
    "performance_keys",
    "performances",
    "persons",
    "sources",
    "venues",
    "versions",
]

VERSION = 3
"""Of this schema; a book of another version is refused until it is migrated."""

TEXT = String().with_variant(String(collation="C"), "postgresql")
"""Compared and sorted by its bytes on every database, whatever language a server is set to."""

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

versions = Table("book_version", MetaData(), Column("version_num", String(32), nullable=False))
"""Of which version the tables are: Alembic's own table of one row, which it does not compare."""
versions.append_constraint(PrimaryKeyConstraint("version_num", name="book_version_pkc"))

book = Table(
    "book",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False, doc="how many transactions have changed the book"),
    CheckConstraint("id = 1", name="one"),
)

sources = Table(
    "sources",
    METADATA,
    Column("key", TEXT, primary_key=True),
    Column("who", TEXT, nullable=False),
    Column("url", TEXT, nullable=False),
    Column("as_of", Date, nullable=False),
)

athletes = Table(
    "athletes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("nation", TEXT, nullable=False),
)

persons = Table(
    "persons",
    METADATA,
    Column("athlete", ForeignKey("athletes.id"), primary_key=True),
    Column("key", TEXT, nullable=False, unique=True),
    Column("name", TEXT, nullable=False),
    Column("aliases", TEXT, nullable=False, doc="one name a line"),
    Column("born", Date, doc="where known and of use"),
    Column("born_precision", TEXT, doc="day, month or year"),
)

performances = Table(
    "performances",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("event", TEXT, nullable=False),
    Column("sex", TEXT, nullable=False),
    Column("day", Date, nullable=False),
    Column("seq", Integer, nullable=False, doc="order within the day"),
    *mark_columns(required=True),
    Column("athlete", ForeignKey("athletes.id"), nullable=False),
    Column("nation", TEXT, nullable=False),
    Column("venue", TEXT, nullable=False),
    Column("competition", TEXT, nullable=False),
    Column("place", Integer),
    Column("en_route_of", TEXT),
    Column("official", Boolean, nullable=False),
    Column("flags", TEXT, nullable=False),
    Column("note", TEXT, nullable=False),
    Column("source", ForeignKey("sources.key"), nullable=False),
    Column("wind", Integer, doc="tenths of a metre a second, from behind"),
    Column("round", TEXT, nullable=False),
    Column("conditions", TEXT, nullable=False, doc="one a line"),
    Column("entered_as", ForeignKey("athletes.id"), doc="whose it was before a merge"),
    CheckConstraint("value > 0", name="mark"),
    Index("ix_performances_group", "event", "sex", "day", "seq"),
    Index("ix_performances_athlete", "athlete", "event"),
)

performance_keys = Table(
    "performance_keys",
    METADATA,
    Column("key", TEXT, primary_key=True),
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
    Column("kind", TEXT, nullable=False),
    Column("decided", Date, nullable=False),
    Column("learned", Date, nullable=False),
    Column("by", TEXT, nullable=False),
    Column("why", TEXT, nullable=False),
    Column("source", ForeignKey("sources.key")),
    Column("nation", TEXT),
    Column("since", Date),
    Column("until", Date),
    *mark_columns(required=False),
    Column("level", TEXT, doc="the one record level of which it speaks"),
    Column("scope", TEXT, doc="whose record of that level; empty of whichever it is"),
    Column("withdraws", TEXT, doc="the kind of decision that is taken back"),
    Column("taken", Date, doc="when that was decided"),
    Column("entered_as", ForeignKey("athletes.id"), doc="about whom it was before a merge"),
    CheckConstraint("learned >= decided", name="learned"),
    CheckConstraint("(performance IS NULL) <> (athlete IS NULL)", name="about"),
)

attestations = Table(
    "attestations",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("performance", ForeignKey("performances.id"), nullable=False, index=True),
    Column("condition", TEXT, nullable=False, doc="its key in data/ratification.toml"),
    Column("says", TEXT, nullable=False, doc="met, not met, or open again"),
    Column("by", TEXT, nullable=False),
    Column("why", TEXT, nullable=False),
    Column("at_s", BigInteger, nullable=False, doc="whole seconds since 1970 in UTC"),
)
"""What people have looked at of the conditions of ratification; of each the last row holds."""

coverage = Table(
    "coverage",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("level", TEXT, nullable=False),
    Column("scope", TEXT, nullable=False),
    Column("event", TEXT, nullable=False),
    Column("sex", TEXT, nullable=False),
    Column("since", Date, nullable=False),
    *mark_columns(required=False),
    Column("age", TEXT, nullable=False),
    Column("source", ForeignKey("sources.key"), nullable=False),
    Column("race", TEXT, nullable=False, doc="the kind of race; empty where the list asks for none"),
    UniqueConstraint("level", "scope", "event", "sex", "age", "race", "since"),
)

merges = Table(
    "merges",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("kept", ForeignKey("athletes.id"), nullable=False),
    Column("other", ForeignKey("athletes.id"), nullable=False, index=True),
    Column("undone", Boolean, nullable=False, doc="the two are two again"),
    Column("day", Date, doc="on which it was decided, where one said so"),
    Column("by", TEXT, nullable=False),
    Column("why", TEXT, nullable=False),
)
"""That two athletes are one, and that they are not; of each other the last row holds."""

venues = Table(
    "venues",
    METADATA,
    Column("name", TEXT, primary_key=True),
    Column("nation", TEXT, nullable=False),
    Column("altitude_m", Integer),
    Column("track", TEXT),
    Column("lap_mm", Integer),
    Column("roof", Boolean),
)

competitions = Table(
    "competitions",
    METADATA,
    Column("name", TEXT, primary_key=True),
    Column("kind", TEXT),
    Column("series", TEXT, nullable=False),
    Column("honours", Boolean, nullable=False),
)
