"""The words of a drawing of the track, for the sheet on which it stands."""

from pacelight.speech import Speech
from pacelight.track.labels import Labels

__all__ = ["labels"]


def labels(speech: Speech) -> Labels:
    """What is written into the drawing, in a language: each name is left to be filled in."""
    say = speech.say
    segment = say("drawn-segment", name="{name}", number="{number}")
    return Labels(
        title=say("drawn-title", name="{name}", lap="{lap}", kerb="{kerb}"),
        open_title=say("drawn-open-title", name="{name}", lap="{lap}", kerb="{kerb}"),
        lamps=say("drawn-lamps", count="{count}"),
        kerb=say("drawn-kerb"),
        line=say("drawn-line"),
        lamp=say("drawn-lamp"),
        finish=say("drawn-finish"),
        close=say("drawn-close"),
        tangent=f"{say('drawn-tangent')}\n{{metre}} m",
        controller=say("drawn-controller", name="{name}"),
        segment=f"{segment}\n{say('drawn-segment-lamps', first='{first}', last='{last}')}",
        lone=f"{segment}\n{say('drawn-segment-lamp', first='{first}')}",
        against=say("drawn-against"),
        dead=say("drawn-dead"),
        gap=say("drawn-gap"),
        sign=speech.number(0, 1)[1],
    )
