"""Version 2: decisions about one level, withdrawals, merges that can be undone, lists of one kind of race."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0002"
down_revision = "0001"

_TEXT = String().with_variant(String(collation="C"), "postgresql")


def upgrade() -> None:
    """What is there already speaks of all levels and of every kind of race, and was entered as it is."""
    with op.batch_alter_table("performances") as table:
        table.add_column(_entered_as("performances"))
    with op.batch_alter_table("decisions") as table:
        table.add_column(Column("level", _TEXT))
        table.add_column(Column("scope", _TEXT))
        table.add_column(Column("withdraws", _TEXT))
        table.add_column(Column("taken", Date))
        table.add_column(_entered_as("decisions"))
    _races()
    _merges()


def _races() -> None:
    """A new column that is never empty: filled first, then told so."""
    op.add_column("coverage", Column("race", _TEXT))
    op.execute("UPDATE coverage SET race = ''")
    with op.batch_alter_table("coverage") as table:
        table.alter_column("race", existing_type=_TEXT, nullable=False)
        table.drop_constraint("uq_coverage_level", type_="unique")
        table.create_unique_constraint(
            "uq_coverage_level", ["level", "scope", "event", "sex", "age", "race", "since"]
        )


def _merges() -> None:
    op.create_table(
        "merges",
        Column("id", Integer, primary_key=True),
        Column("kept", Integer, ForeignKey("athletes.id"), nullable=False),
        Column("other", Integer, ForeignKey("athletes.id"), nullable=False, index=True),
        Column("undone", Boolean, nullable=False),
        Column("day", Date),
        Column("by", _TEXT, nullable=False),
        Column("why", _TEXT, nullable=False),
    )


def _entered_as(table: str) -> Column[int]:
    athlete = ForeignKey("athletes.id", name=f"fk_{table}_entered_as_athletes")
    return Column("entered_as", Integer, athlete)
