"""`pacelight race ask`: the command line as a console, for when no browser is there."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pacelight.cli.race import JsonOption
from pacelight.cli.web import SecretOption

if TYPE_CHECKING:
    from pacelight.meet.desk.requests import Answer, Do

__all__ = ["ask"]

_REFUSED = 2


def ask(
    bus: Annotated[str, typer.Argument(metavar="BUS", help="Where the engine is: a path, tcp://HOST:PORT.")],
    act: Annotated[
        str, typer.Argument(metavar="ACT", help="What is asked: check, arm, gun, blackout, official ...")
    ],
    *,
    by: Annotated[str, typer.Option("--by", metavar="WHO", help="Who asks: a post, or a name.")],
    role: Annotated[
        str, typer.Option("--role", metavar="ROLE", help="As what: timer, operator, director.")
    ] = "director",
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why; what needs one is refused without it.")
    ] = "",
    race: Annotated[
        str | None, typer.Option("--race", metavar="ID", help="Which race [default: the one that is on].")
    ] = None,
    ago: Annotated[
        str | None, typer.Option("--ago", metavar="SECONDS", help="Of gun: it was so long ago.")
    ] = None,
    move: Annotated[
        str | None,
        typer.Option("--move", metavar="SECONDS", help="Of move-gun: by so much; below 0 it was earlier."),
    ] = None,
    light: Annotated[
        str | None, typer.Option("--light", metavar="NAME", help="Of replan and nudge: which light.")
    ] = None,
    mark: Annotated[
        str | None, typer.Option("--mark", metavar="MARK", help="Of replan: its new time at the finish.")
    ] = None,
    lap: Annotated[
        int | None,
        typer.Option("--lap", metavar="MS", help="Of nudge: milliseconds a lap; below 0 it is faster."),
    ] = None,
    look: Annotated[
        str | None, typer.Option("--look", metavar="NAME", help="Of show: which; without it the show ends.")
    ] = None,
    per_minute: Annotated[
        int | None, typer.Option("--per-minute", metavar="BEATS", help="Of show: of a clap-along.")
    ] = None,
    lamp: Annotated[
        int | None, typer.Option("--lamp", metavar="N", help="Of walk: which; without it the walk ends.")
    ] = None,
    to: Annotated[
        int | None, typer.Option("--to", metavar="N", help="Of walk: all from that lamp to this one.")
    ] = None,
    blink: Annotated[bool, typer.Option("--blink", help="Of walk: half a second on, half off.")] = False,
    over: Annotated[
        bool, typer.Option("--over", help="Of take-lights: although somebody else operates them.")
    ] = False,
    bib: Annotated[str | None, typer.Option("--bib", metavar="BIB", help="Whose.")] = None,
    other: Annotated[
        str | None, typer.Option("--other", metavar="BIB", help="Of swap: who wears the other bib.")
    ] = None,
    distance: Annotated[
        str | None, typer.Option("--distance", metavar="DISTANCE", help="Of split and correct: where.")
    ] = None,
    at: Annotated[
        str | None, typer.Option("--time", metavar="MARK", help="Of split and correct: since the gun.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="Of split: what it was taken with.")
    ] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", metavar="WORD", help="Of status: DNS, DNF, DQ; empty takes it back."),
    ] = None,
    rule: Annotated[str | None, typer.Option("--rule", metavar="RULE", help="Of a disqualification.")] = None,
    what: Annotated[
        str | None,
        typer.Option("--what", metavar="KEY", help="Of strike, restore, reassign, correct, settle: which."),
    ] = None,
    take: Annotated[
        bool | None,
        typer.Option("--take/--leave", help="Of settle: what the timing says holds, or what stood."),
    ] = None,
    official: Annotated[
        bool | None, typer.Option("--official/--not-official", help="Of correct: whether it is.")
    ] = None,
    line: Annotated[
        int | None, typer.Option("--line", metavar="N", help="Of undo: line of the journal.")
    ] = None,
    client: Annotated[
        str, typer.Option("--client", metavar="ID", help="Which console asks, where one operates the lights.")
    ] = "",
    seen: Annotated[
        int | None,
        typer.Option("--seen", metavar="N", help="Revision decided upon [default: the present one]."),
    ] = None,
    key: Annotated[
        str | None, typer.Option("--key", metavar="KEY", help="The same key twice is one [default: new].")
    ] = None,
    patience: Annotated[
        float, typer.Option("--patience", metavar="SECONDS", min=0.1, max=600, help="For the answer.")
    ] = 5.0,
    secret: SecretOption = None,
    json: JsonOption = False,
) -> None:
    """Ask something of a race that an engine runs, and say what came of it; refused, it ends with 2."""
    import sys
    from uuid import uuid4

    import msgspec

    from pacelight.cli.asking import Seen
    from pacelight.cli.asking import ask as asked
    from pacelight.cli.buses import places
    from pacelight.errors import RaceError
    from pacelight.meet.desk.requests import Request
    from pacelight.meet.desk.roles import Role

    if role not in set(Role):
        raise RaceError(f"no role '{role}' (there are {', '.join(Role)})")
    do = _do(
        act,
        {
            "reason": reason or None,
            "ago": ago,
            "move": move,
            "light": light,
            "mark": mark,
            "lap": lap,
            "look": look,
            "per-minute": per_minute,
            "lamp": lamp,
            "to": to,
            "blink": blink or None,
            "over": over or None,
            "bib": bib,
            "other": other,
            "distance": distance,
            "time": at,
            "source": source,
            "status": status,
            "rule": rule,
            "what": what,
            "take": take,
            "official": official,
            "line": line,
        },
    )

    def made(known: Seen) -> Request:
        meant = race or known.race.id
        revision = known.revision_of(meant) if seen is None else seen
        return Request(key or uuid4().hex, meant, by, Role(role), do, revision, client)

    [place] = places([bus], secret)
    answer = asked(place, made, patience)
    if json:
        sys.stdout.write(msgspec.json.encode(answer).decode() + "\n")
    else:
        sys.stdout.write("".join(f"{one}\n" for one in _said(act, answer)))
    if not answer.done:
        raise typer.Exit(_REFUSED)


_LAMPS = frozenset(
    {"blackout", "fade", "light", "hold", "go-on", "replan", "nudge", "show", "walk"},
)
"""What is done to the lamps: the answer says first what they do now."""


def _said(act: str, answer: "Answer") -> list[str]:
    if answer.done and act in _LAMPS and answer.why:
        return [f"done: {answer.why[0]}", *answer.why[1:]]
    if answer.done:
        return [f"done: the race is {answer.state}", *answer.why]
    return [f"refused: {one}" for one in answer.why] or [f"refused: the race is {answer.state}"]


_FIELDS = {"ago": "ago_ns", "move": "by_ns", "time": "elapsed_ns", "lap": "by_ms"} | {
    "per-minute": "per_minute",
    "lamp": "first",
    "to": "last",
    "blink": "blinks",
}
"""Options and what they are called where their unit is in the name: seconds become whole nanoseconds."""


def _do(act: str, options: dict[str, Any]) -> "Do":
    """What is asked.

    Raises:
        RaceError: no such act, or one that does not go with the options; it says which do.
    """
    from typing import get_args

    import msgspec

    from pacelight.errors import RaceError
    from pacelight.meet.desk.acts import Act
    from pacelight.meet.desk.requests import Do

    kinds = {str(kind.__struct_config__.tag): kind for kind in get_args(Do)}
    said = {
        _FIELDS.get(name, name): _value(name, given) for name, given in options.items() if given is not None
    }
    word = str({str(Act.OVERRIDE): "arm", str(Act.STARTED): "gun"}.get(act, act))
    if word not in kinds:
        raise RaceError(f"nothing can be asked with '{act}' (there are {', '.join(Act)})")
    if act == Act.OVERRIDE:
        said["override"] = True
    takes = {field.name for field in msgspec.structs.fields(kinds[word])}
    names = {field: name for name, field in _FIELDS.items()}
    for field in said:
        if field not in takes:
            there = ", ".join(f"--{names.get(one, one)}" for one in sorted(takes - {"override"}))
            raise RaceError(f"'{act}' takes no --{names.get(field, field)} (it takes {there})")
    try:
        return msgspec.convert({"act": word, **said}, type=kinds[word])  # type: ignore[no-any-return]
    except msgspec.ValidationError as error:
        missing = str(error).partition("missing required field `")[2].partition("`")[0]
        raise RaceError(
            f"'{act}' needs --{names.get(missing, missing)}" if missing else f"'{act}': {error}"
        ) from error


def _value(name: str, given: Any) -> Any:  # noqa: ANN401 - whatever an option is
    """What an option says; times in whole nanoseconds."""
    from fractions import Fraction

    from pacelight.errors import RaceError
    from pacelight.mark import Mark

    if name == "time":
        return Mark.parse(given).elapsed.ns
    if name not in {"ago", "move"}:
        return given
    try:
        return round(Fraction(given) * 1_000_000_000)
    except (ValueError, ZeroDivisionError):
        raise RaceError(f"--{name} is a number of seconds, as 12 or 0.35, not '{given}'") from None
