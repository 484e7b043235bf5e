"""Version 3: what people have looked at of the conditions of ratification."""

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0003"
down_revision = "0002"

_TEXT = String().with_variant(String(collation="C"), "postgresql")


def upgrade() -> None:
    """Nobody has said anything yet."""
    op.create_table(
        "attestations",
        Column("id", Integer, primary_key=True),
        Column("performance", Integer, ForeignKey("performances.id"), nullable=False, index=True),
        Column("condition", _TEXT, nullable=False),
        Column("says", _TEXT, nullable=False),
        Column("by", _TEXT, nullable=False),
        Column("why", _TEXT, nullable=False),
        Column("at_s", BigInteger, nullable=False),
    )
