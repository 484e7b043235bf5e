"""How long and how round a track is: for people row by row, for programs by name."""

from typing import Any

from pacelight.track import Circuit, Road, Track
from pacelight.track.lanes import LANES

__all__ = ["brief", "kind", "lanes", "round_m", "rows", "shape"]

_SHORT_LAP_MM = 200_000
_DECIMALS = 4
"""Tenths of a millimetre: more than a certificate says, enough to compare with other computations."""


def kind(track: Track) -> str:
    """Circuit, straight or road."""
    if isinstance(track.shape, Circuit):
        return "circuit"
    return "road" if isinstance(track.shape, Road) else "straight"


def lanes(track: Track) -> range:
    """The lanes whose laps can be told without having been in the hall; none where all are as long."""
    if not isinstance(track.shape, Circuit):
        return range(1, 1)
    return range(1, 1 + (LANES if track.lap.mm > _SHORT_LAP_MM else 1))


def rows(track: Track) -> list[list[str]]:
    """Of each measure its name, metres, and what is to be said of it."""
    on = track.shape
    whole = "length" if track.is_open else "lap"
    found = [
        [whole, f"{track.lap.metres:.3f}", f"{_THE[kind(track)]} measures {on.lap():.3f}"],
        ["kerb", f"{track.kerb_m:.3f}", ""],
    ]
    if track.is_open:
        found.append(["before the finish", f"{-track.begins_m:.3f}", ""])
        found.append(["beyond the finish", f"{track.ends_m:.3f}", ""])
    elif track.finish_m:
        found.append(["finish", f"{track.finish_m:.3f}", "past the usual finish line"])
    if isinstance(on, Circuit):
        found.append(["bend", f"{on.bend:.3f}", f"{on.bend_kerb:.3f} along the kerb"])
        found.append(["straight", f"{on.straight_m:.3f}", ""])
        found += [
            ["radius", f"{radius + on.line_out():.3f}", f"{radius:.3f} at the kerb"] for radius in on.radii_m
        ]
    return found


def shape(track: Track) -> dict[str, Any]:
    """What ``pacelight.track/1`` says of it; every length in metres."""
    on = track.shape
    found: dict[str, Any] = {
        "kind": kind(track),
        "open": track.is_open,
        "lap_m": track.lap.metres,
        "finish_m": track.finish_m,
        "begins_m": track.begins_m,
        "ends_m": track.ends_m,
        "oval_lap_m": round_m(on.lap()),
        "kerb_m": round_m(track.kerb_m),
    }
    if isinstance(on, Circuit):
        found |= {
            "bend_m": round_m(on.bend),
            "bend_kerb_m": round_m(on.bend_kerb),
            "straight_m": round_m(on.straight_m),
            "radius_m": round_m(on.radius_m),
            "radii_m": [round_m(radius) for radius in on.radii_m],
            "line_radius_m": round_m(on.line_radius()),
        }
    return found | {
        "tangents_m": [round_m(metre) for metre in track.tangents],
        "lanes": [{"lane": lane, "lap_m": round_m(on.lap(lane))} for lane in lanes(track)],
    }


def brief(track: Track) -> dict[str, Any]:
    """What ``pacelight.tracks/1`` says of it."""
    found: dict[str, Any] = {"name": track.name, "kind": kind(track), "lap_m": track.lap.metres}
    if isinstance(track.shape, Circuit):
        found |= {
            "radius_m": round_m(track.shape.radius_m),
            "bend_m": round_m(track.shape.bend),
            "straight_m": round_m(track.shape.straight_m),
        }
    return found | {"begins_m": track.begins_m, "ends_m": track.ends_m, "note": track.note}


def round_m(metres: float) -> float:
    """Rounded to what is told."""
    return round(float(metres), _DECIMALS)


_THE = {"circuit": "the oval", "straight": "the straight", "road": "the line of the file"}
