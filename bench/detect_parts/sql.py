"""What both databases are told in the same words: their tables, and how a list is repaired."""

from detect_parts import NOTHING, Annulled, Wanted

STEPS = {"list": "bigint", "place": "bigint", "score": "int", "number": "int"}
"""Records of all lists; `place` is day and sequence, and no two marks of an event share one."""

MARKS = {
    "grp": "int",
    "place": "bigint",
    "number": "int",
    "score": "int",
    "ages": "int",
    **dict.fromkeys(("athlete", "nation", "area", "meeting", "championship"), "int"),
}
"""The marks that count, in the order of the fold."""


def create(name: str, columns: dict[str, str]) -> str:
    """The table."""
    return f"create table {name} ({', '.join(f'{column} {kind}' for column, kind in columns.items())})"


def without(annulled: Annulled) -> str:
    """Takes the mark itself away."""
    return f"delete from marks where grp = {annulled.group} and place = {annulled.at}"


def removed(wanted: Wanted, annulled: Annulled) -> str:
    """Takes its step out of a list; of most lists it is none."""
    return f"delete from steps where list = {wanted.number} and place = {annulled.at}"


def filled(wanted: Wanted, annulled: Annulled) -> str:
    """Puts in what stood behind the step: marks between the steps beside it that nothing better precedes."""
    at, of_list = annulled.at, f"from steps where list = {wanted.number} and place"
    after = f"select min(place) {of_list} > {at} and place < {wanted.until}"
    before = f"select score {of_list} < {at} and place >= {wanted.since} order by place desc limit 1"
    return f"""
        insert into steps
        select {wanted.number}, place, score, number from (
            select place, score, number,
                min(score) over (order by place rows between unbounded preceding and 1 preceding) as best
            from marks
            where grp = {annulled.group} and {wanted.condition}
                and place > {at} and place < coalesce(({after}), {wanted.until})
        ) as gap
        where score <= coalesce(best, {NOTHING}) and score <= coalesce(({before}), {NOTHING})"""
