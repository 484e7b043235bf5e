"""Another loop, as it is known."""

from dataclasses import replace

from pacelight.lights.standby.heartbeat import Echo, Heartbeat, Says
from pacelight.lights.standby.known import Known

US, THEM, MS = 7, 9, 1_000_000
TOLD = Heartbeat(THEM, b"the same", Says.FOLLOWS, 1, 0, 0, 500 * MS)


def test_it_is_there_once_it_has_echoed_what_we_said_just_now() -> None:
    known = Known(TOLD, 100 * MS)
    assert not known.hear(TOLD, 100 * MS, US, 100 * MS)
    again = replace(TOLD, stamp_ns=510 * MS, echoes=(Echo(US, 100 * MS, 501 * MS),))
    assert known.hear(again, 110 * MS, US, 105 * MS)
    assert known.hears_us(110 * MS)
    assert not known.hears_us(400 * MS)
    assert known.echo == Echo(THEM, 510 * MS, 110 * MS)


def test_an_echo_of_long_ago_or_of_another_proves_nothing() -> None:
    for echo in (Echo(US, 100 * MS, 501 * MS), Echo(THEM, 990 * MS, 501 * MS)):
        known = Known(TOLD, 1000 * MS)
        assert not known.hear(replace(TOLD, stamp_ns=510 * MS, echoes=(echo,)), 1000 * MS, US, 995 * MS)
        assert known.reading(1000 * MS) is None


def test_whoever_is_known_is_believed_after_we_were_frozen() -> None:
    """Then its echoes are of what we said before; but what it says must be later than what it has said."""
    known = Known(TOLD, 100 * MS)
    first = replace(TOLD, stamp_ns=510 * MS, echoes=(Echo(US, 100 * MS, 501 * MS),))
    assert known.hear(first, 110 * MS, US, 105 * MS)
    later = replace(first, stamp_ns=60_000 * MS)
    assert known.hear(later, 60_000 * MS, US, 59_990 * MS)
    assert not known.hear(first, 60_000 * MS, US, 59_990 * MS)


def test_a_round_trip_that_cannot_be_is_no_proof() -> None:
    """It would have taken them longer to answer than it took us to hear the answer."""
    known = Known(TOLD, 100 * MS)
    odd = replace(TOLD, stamp_ns=900 * MS, echoes=(Echo(US, 100 * MS, 501 * MS),))
    assert not known.hear(odd, 110 * MS, US, 105 * MS)
