"""A book of an earlier version is brought to this one, whole or not at all; others are refused."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, select, text, update

from pacelight.book.asking.lists import Book
from pacelight.book.model import Coverage, Decision, DecisionKind, Performance, Source, Standing
from pacelight.book.store import migrations, on_file, places, schema
from pacelight.book.store.store import Migration, Store
from pacelight.errors import BookError, StoreError
from pacelight.event import Level, Sex
from pacelight.mark import Mark

Where = Path | str

END = date(2025, 12, 31)
SOURCE = Source("test", "Made for this test", "", date(2025, 1, 1))
RAN = Performance("a", "MILEsh", Sex.MEN, Mark.parse("3:50"), "a", "A", "NOR", date(2025, 2, 13), "", "")
COVERED = Coverage(Level.WR, "WORLD", "MILEsh", Sex.MEN, date(1900, 1, 1), source="test")

NOW, NEWER = 3, 4
"""The version of this program, and one to come."""

NEXT = """
from alembic import op
from sqlalchemy import Column, Integer, String

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    with op.batch_alter_table("performances") as table:
        table.add_column(Column("lane", Integer))
        table.create_check_constraint("lane", "lane > 0")
    op.execute("UPDATE performances SET lane = 4")
    op.add_column("venues", Column("town", String))
"""
"""A version to come: a table made anew on SQLite, with a check, and one that grows a column."""

FAILS = f"{NEXT}    op.drop_table('nowhere')\n"
LOSES = NEXT.replace("UPDATE performances SET lane = 4", "DELETE FROM athletes")


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Where:
    if request.param == "sqlite":
        return tmp_path / "a%b c.sqlite"
    address: Where = request.getfixturevalue("new_address")()
    return address


@pytest.fixture
def made(where: Where) -> Where:
    """A book of this version, with a record in it."""
    with Book.create(where) as book:
        book.add(RAN, SOURCE, coverage=[COVERED])
    return where


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Makes this program one of version 4, whose script is given."""

    def become(script: str) -> None:
        folder = tmp_path / "later versions"
        folder.mkdir(exist_ok=True)
        (folder / "book_0004.py").write_text(script, encoding="utf-8")
        monkeypatch.setattr(migrations, "SCRIPTS", [migrations.SCRIPTS[0], folder])
        monkeypatch.setattr(schema, "VERSION", NEWER)

    return become


def record(where: Where) -> str:
    with Book.open(where) as book:
        return str(getattr(book.record("MILEsh", Sex.MEN, as_of=END), "mark", None))


def tables(connection: Connection) -> dict[str, Any]:
    """All that a database tells of its tables, as text."""
    told = inspect(connection)
    asked = (
        told.get_columns,
        told.get_pk_constraint,
        told.get_foreign_keys,
        told.get_unique_constraints,
        told.get_check_constraints,
        told.get_indexes,
    )
    return {
        f"{table} {ask.__name__}": sorted(
            map(repr, found if isinstance(found := ask(table), list) else [found])
        )
        for table in told.get_table_names()
        for ask in asked
    }


def said_version(where: Where, number: str | None) -> None:
    place = places.place_of(where)
    engine = place.engine()
    with engine.connect().execution_options(**place.writing) as connection, connection.begin():
        connection.execute(schema.versions.delete())
        if number is not None:
            connection.execute(schema.versions.insert().values(version_num=number))
    engine.dispose()


# The scripts and the tables are the same.


def test_the_scripts_from_nothing_make_the_tables_that_a_new_book_has(
    where: Where, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    place = places.place_of(where)
    engine = place.engine()
    with engine.connect().execution_options(**place.writing) as connection, connection.begin():
        migrations.upgrade(connection)
        context = MigrationContext.configure(
            connection, opts={"version_table": schema.versions.name, "compare_server_default": True}
        )
        assert compare_metadata(context, schema.METADATA) == []
        migrated = tables(connection)
    engine.dispose()
    new = tmp_path / "new.sqlite" if isinstance(where, Path) else request.getfixturevalue("new_address")()
    with closing(Store.create(new)) as store, store.reading() as connection:
        assert tables(connection) == migrated
        assert {name.split()[0] for name in migrated} == {*schema.METADATA.tables, "book_version"}


def test_the_newest_script_makes_the_version_of_the_program() -> None:
    scripts = ScriptDirectory.from_config(migrations.config())
    assert scripts.get_heads() == [f"{schema.VERSION:04}"]
    assert [script.revision for script in scripts.walk_revisions()][::-1] == [
        f"{version:04}" for version in range(1, schema.VERSION + 1)
    ]


def test_a_new_book_is_stamped_with_the_newest_version(made: Where) -> None:
    with closing(Store.open(made)) as store, store.reading() as connection:
        assert connection.execute(select(schema.versions.c.version_num)).scalars().all() == ["0003"]


# Refused.


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (
            "0000",
            r"is a book of version 0; this program reads 3 \(run: pacelight book migrate --book '.*'\)$",
        ),
        (
            "0004",
            (
                r"is a book of version 4; this program reads 3"
                r" \(update Pacelight: pacelight book migrate only goes forward\)$"
            ),
        ),
        (None, r"is not a book \(name a (file|database)"),
        ("cafe", r"is not a book \(name a (file|database)"),
    ],
)
def test_a_book_of_another_version_is_refused_with_what_to_do(
    made: Where, number: str | None, said: str
) -> None:
    said_version(made, number)
    with pytest.raises(BookError, match=said) as refused:
        Store.open(made)
    assert "\n" not in str(refused.value)
    if number != "0000":
        with pytest.raises(BookError, match=said):
            Store.migrate(made)


def test_what_is_not_there_or_no_book_is_not_migrated(where: Where) -> None:
    with pytest.raises(BookError, match=r"no book at|is not a book"):
        Store.migrate(where)
    if isinstance(where, Path):
        assert not where.exists()


# Migrated.


def test_a_book_of_this_version_is_left_as_it_is(made: Where) -> None:
    assert Store.migrate(made) == Migration(NOW, NOW, None)
    assert record(made) == "3:50"


def test_a_book_of_the_version_before_is_brought_to_this_one(
    made: Where, later: Callable[[str], None]
) -> None:
    later(NEXT)
    with pytest.raises(BookError, match=r"of version 3; this program reads 4 \(run: pacelight book migrate"):
        Store.open(made)
    copy = made.with_name(f"{made.name}.before-4") if isinstance(made, Path) else None
    assert Store.migrate(made) == Migration(NOW, NEWER, copy)
    assert record(made) == "3:50"
    with closing(Store.open(made)) as store, store.reading() as connection:
        assert connection.execute(text("SELECT lane, value FROM performances")).one() == (4, 230_000)
        told = tables(connection)
        checks = [
            one for one in told["performances get_check_constraints"] if "lane > 0" in one or "value" in one
        ]
        assert len(checks) == 2
        assert told["performances get_indexes"] != []
        assert "town" in str(told["venues get_columns"])
    with Book.open(made) as book:
        assert book.add(RAN, SOURCE) == 0
    assert Store.migrate(made) == Migration(NEWER, NEWER, None)


def test_the_copy_is_the_book_as_it_was(tmp_path: Path, later: Callable[[str], None]) -> None:
    path = tmp_path / "book.sqlite"
    with Book.create(path) as book:
        book.add(RAN, SOURCE, coverage=[COVERED])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(schema, "VERSION", NOW)
            later(NEXT)
            copy = Store.migrate(path).copy
            assert copy == tmp_path / "book.sqlite.before-4"
    patch = pytest.MonkeyPatch()
    patch.setattr(schema, "VERSION", NOW)
    assert record(copy) == "3:50"
    patch.undo()
    assert sorted(one.name for one in tmp_path.glob("*book*")) == ["book.sqlite", "book.sqlite.before-4"]


@pytest.mark.parametrize("script", [FAILS, LOSES], ids=["fails", "loses what rows point to"])
def test_a_migration_that_fails_changes_nothing_and_leaves_no_copy(
    made: Where, later: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    with closing(Store.open(made)) as store, store.reading() as connection:
        before = tables(connection)
    later(script)
    with pytest.raises(StoreError, match=r"^the (book cannot be migrated|migration would leave)[^\n]*$"):
        Store.migrate(made)
    monkeypatch.setattr(schema, "VERSION", NOW)
    with closing(Store.open(made)) as store, store.reading() as connection:
        assert tables(connection) == before
    assert record(made) == "3:50"
    if isinstance(made, Path):
        assert [one.name for one in made.parent.glob("*.before*")] == []


def test_a_copy_that_is_there_already_is_kept_and_nothing_is_migrated(
    tmp_path: Path, later: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "book.sqlite"
    Store.create(path).close()
    (tmp_path / "book.sqlite.before-4").write_text("mine")
    later(NEXT)
    with pytest.raises(
        BookError, match=r"^there is a copy already: .*\.before-4 \(move it away, then migrate\)$"
    ):
        Store.migrate(path)
    assert (tmp_path / "book.sqlite.before-4").read_text() == "mine"
    monkeypatch.setattr(schema, "VERSION", NOW)
    assert record(path) == "None"


def test_of_two_who_migrate_at_once_one_finds_it_done(made: Where, later: Callable[[str], None]) -> None:
    later(NEXT)
    found: list[Migration] = []
    start = threading.Barrier(2)

    def migrate() -> None:
        start.wait()
        found.append(Store.migrate(made))

    threads = [threading.Thread(target=migrate) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.was for one in found) == [NOW, NEWER]


def test_a_program_that_still_runs_with_the_old_tables_writes_nothing_more(
    made: Where, later: Callable[[str], None]
) -> None:
    with Book.open(made) as old:
        later(NEXT)
        Store.migrate(made)
        schema.VERSION = NOW
        with pytest.raises(BookError, match=r"is of version 4 by now \(start this program anew\)$"):
            old.add(RAN, SOURCE)


def test_a_book_that_somebody_writes_is_migrated_after_them_or_not_at_all(
    made: Where, later: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (on_file, places.OnServer.__module__):
        monkeypatch.setattr(f"{getattr(module, '__name__', module)}._PATIENCE_S", 0.05)
    with closing(Store.open(made)) as store:
        with store.writing() as connection:
            connection.execute(update(schema.sources).values(who="Somebody"))
            later(NEXT)
            with pytest.raises(StoreError, match=r"^the book cannot be migrated \([^\n]*lock[^\n]*\)$"):
                Store.migrate(made)
        assert Store.migrate(made).now == NEWER


def test_a_file_without_a_version_is_no_book(tmp_path: Path) -> None:
    path = tmp_path / "book.sqlite"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        raw.execute("CREATE TABLE book (version INTEGER)")
        raw.commit()
    with pytest.raises(BookError, match="book"):
        Store.open(path)


# From version 1, as books of it were written.

OF_ONE = {
    "book (id, revision)": "(1, 7)",
    "sources (key, who, url, as_of)": "('test', 'Made for this test', '', '2025-01-01')",
    "athletes (nation)": "('NOR')",
    "persons (athlete, key, name, aliases)": "(1, 'a', 'A', 'A. Former\nformer-a')",
    "performances (event, sex, day, seq, value, unit, precision, timing, athlete, nation, venue, competition,"
    " official, flags, note, source, round, conditions)":
        "('MILEsh', 'men', '2025-02-13', 1, 230000, 'ms', 2, 'fat', 1, 'NOR', '', '', true,"
        " '', '', 'test', '', '')",
    "performance_keys (key, performance)": "('a', 1)",
    "assertions (performance, source, value, unit, precision, timing)": "(1, 'test', 230000, 'ms', 2, 'fat')",
    'decisions (performance, kind, decided, learned, "by", why, source)':
        "(1, 'ratified', '2025-03-01', '2025-03-02', 'World Athletics', '', 'test')",
    "coverage (level, scope, event, sex, since, age, source)":
        "('WR', 'WORLD', 'MILEsh', 'men', '1900-01-01', 'all', 'test')",
}  # fmt: skip
"""A record and a decision, in the tables of version 1."""


def made_of_one(where: Where) -> None:
    place = places.place_of(where)
    engine = place.engine()
    place.prepare(engine)
    with engine.connect().execution_options(**place.writing) as connection, connection.begin():
        place.claim(connection)
        told = migrations.config()
        told.attributes["connection"] = connection
        command.upgrade(told, "0001")
        for table, values in OF_ONE.items():
            connection.execute(text(f"INSERT INTO {table} VALUES {values}"))  # noqa: S608  # both are above
    engine.dispose()


def test_a_book_of_version_one_says_afterwards_what_it_said(where: Where) -> None:
    made_of_one(where)
    with pytest.raises(BookError, match=r"of version 1; this program reads 3 \(run: pacelight book migrate"):
        Store.open(where)
    assert Store.migrate(where)[:2] == (1, NOW)
    with Book.open(where) as book:
        found = book.record("MILEsh", Sex.MEN, as_of=END)
        assert isinstance(found, Standing)
        assert (str(found.mark), found.status, found.coverage) == ("3:50.00", "ratified", COVERED)
        part = book.part(found.event, Sex.MEN)
        assert part.history.decisions == (
            Decision(
                "a", DecisionKind.RATIFIED, date(2025, 3, 1), date(2025, 3, 2), "World Athletics", "", "test"
            ),
        )
        assert book.athlete("former-a").key == "a"
        mine = replace(RAN, key="b", athlete_key="former-a", source_key="test", day=date(2025, 2, 14))
        assert book.add(mine) == 1
        assert book.performance("b").athlete_key == "a"
        with pytest.raises(
            BookError, match=r"^'former-a' was merged into nobody, or before merges were kept"
        ):
            book.unmerge("former-a")


def test_a_migration_from_version_one_that_is_broken_off_leaves_version_one(
    where: Where, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_of_one(where)
    monkeypatch.setattr(type(places.place_of(where)), "check_whole", _breaks_off)
    with pytest.raises(StoreError, match=r"^broken off$"):
        Store.migrate(where)
    monkeypatch.undo()
    with pytest.raises(BookError, match=r"of version 1; this program reads 3"):
        Store.open(where)
    assert Store.migrate(where)[:2] == (1, NOW)


def _breaks_off(*_: object) -> None:
    raise StoreError("broken off")
