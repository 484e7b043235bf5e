"""What can be asked of a race."""

from enum import StrEnum

__all__ = ["LIGHTS", "LOCKED", "REASONED", "STOPS", "UNSEEN", "Act"]


class Act(StrEnum):
    """One thing that somebody asks."""

    LOAD = "load"
    """Make a race of the session the next one."""
    UNLOAD = "unload"
    RELOAD = "reload"
    """Read the meet file again, for races that have not begun."""
    CHECK = "check"
    """Go through what must be right before arming."""
    ARM = "arm"
    OVERRIDE = "override"
    """Arm although something is not right, for a reason that is written down."""
    DISARM = "disarm"
    GUN = "gun"
    """The race begins now."""
    STARTED = "started"
    """It began some time ago."""
    MOVE_GUN = "move-gun"
    HOLD = "hold"
    """The lights stand where they are; the race clock runs on."""
    GO_ON = "go-on"
    FINISH = "finish"
    OFFICIAL = "official"
    """The result is confirmed, and locked."""
    REOPEN = "reopen"
    RECALL = "recall"
    """A false start."""
    ABORT = "abort"
    RESET = "reset"
    BLACKOUT = "blackout"
    FADE = "fade"
    """All lamps dark within a second; the race and its timing run on."""
    LIGHT = "light"
    """The end of a blackout, or of a fade."""
    REPLAN = "replan"
    """Change the plan of a light, from where it is."""
    NUDGE = "nudge"
    """A light a little faster or slower a lap, from the next line on."""
    SHOW = "show"
    """Between races, what means nothing: to clap along, to present somebody."""
    WALK = "walk"
    """Between races, single lamps, for whoever walks along them."""
    TAKE_LIGHTS = "take-lights"
    """Be the one who operates the lights."""
    LEAVE_LIGHTS = "leave-lights"
    SPLIT = "split"
    """A time taken by hand, with the bib or without it yet."""
    STATUS = "status"
    """DNS, DNF, DQ with its rule; or none any more."""
    STRIKE = "strike"
    """Take a time out of the race, so that it can be put back."""
    RESTORE = "restore"
    REASSIGN = "reassign"
    """A time is another runner's."""
    SWAP = "swap"
    """Two runners wear each other's bibs."""
    CORRECT = "correct"
    """A time, a distance or whether it is official was wrong."""
    UNDO = "undo"
    SETTLE = "settle"
    """Say which of two sides of a conflict holds."""


STOPS = frozenset({Act.BLACKOUT, Act.FADE, Act.RECALL, Act.ABORT, Act.HOLD})
"""What stops something: it needs no revision, and nothing stands in its way."""

UNSEEN = STOPS | {Act.SPLIT, Act.TAKE_LIGHTS, Act.LEAVE_LIGHTS, Act.RELOAD, Act.SHOW, Act.WALK}
"""What needs no revision: what stops something, a time that was taken, the lights, the meet file, and what is
shown between races.
"""

LIGHTS = frozenset(
    {Act.CHECK, Act.ARM, Act.OVERRIDE, Act.DISARM, Act.GO_ON, Act.LIGHT, Act.REPLAN, Act.NUDGE, Act.SHOW}
)
"""What only the console does that operates the lights, while there is one. Whoever walks along the lamps
has a phone in the hand, and the console beside the track.
"""

REASONED = frozenset({Act.OVERRIDE, Act.OFFICIAL, Act.REOPEN, Act.STRIKE})
"""What needs a reason; a disqualification does, too."""

LOCKED = frozenset(
    {
        *(Act.SPLIT, Act.STATUS, Act.STRIKE, Act.RESTORE, Act.REASSIGN, Act.SWAP, Act.CORRECT),
        *(Act.UNDO, Act.SETTLE, Act.MOVE_GUN, Act.REPLAN, Act.NUDGE),
    }
)
"""What is not possible while a result is official."""
