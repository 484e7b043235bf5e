"""Run by Alembic before the scripts: to which connection they speak, and how."""

from alembic import context

from pacelight.book.store import schema

__all__ = ["run"]


def run() -> None:
    """The scripts, all in the transaction that the connection is in."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=schema.METADATA,
        version_table=schema.versions.name,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if __name__ == "env_py":  # the name Alembic gives it; whoever else imports it runs nothing
    run()
