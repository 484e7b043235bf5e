"""One script a version of the book; read by Alembic, in the order in which they name each other."""
