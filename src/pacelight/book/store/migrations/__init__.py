"""A book of an earlier version is brought to this one: a script a version, run by Alembic.

A script stands in `versions`, under the number of the version it makes, and names the one before.
It speaks of tables as they were, never of `schema`, which goes on changing.
SQLite alters most of a table by making it anew: a script says ``op.batch_alter_table``, which does so there.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

__all__ = ["SCRIPTS", "config", "upgrade"]

SCRIPTS: list[Path] = [Path(__file__).parent / "versions"]
"""The folders of the scripts."""


def upgrade(connection: Connection) -> None:
    """Bring the tables to the newest version, within the transaction that the caller has begun."""
    told = config()
    told.attributes["connection"] = connection
    command.upgrade(told, "head")


def config() -> Config:
    """What Alembic has to know; `env` finds the connection in its attributes."""
    told = Config()
    for name, value in {
        "script_location": str(Path(__file__).parent),
        "path_separator": "newline",
        "version_locations": "\n".join(map(str, SCRIPTS)),
    }.items():
        told.set_main_option(name, value.replace("%", "%%"))
    return told
