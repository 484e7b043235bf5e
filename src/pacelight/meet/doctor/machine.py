"""How the machine stands: disk, clock, power, rights."""

from dataclasses import dataclass

from pacelight.meet.doctor.finding import Finding, State

__all__ = [
    "Clock",
    "Disk",
    "Power",
    "clock_found",
    "disk_found",
    "firewall_found",
    "power_found",
    "priority_found",
    "spare_missing",
]

_GB = 1_000_000_000
_LEAST_GB = 1
"""A journal of an evening is some megabytes; a disk with less room than this is about to be full of
something else."""

_SLOW_MS = 50
"""An event is on the disk before anybody is told: slower than two frames, and people see it late."""

_LOW_PERCENT = 50


@dataclass(frozen=True, slots=True)
class Disk:
    """A place that is written to.

    Attributes:
        path: of its folder.
        free_bytes: room on it.
        sync_ms: how long a line took to be safe, the slowest of several.
        fault: why it cannot be written; empty where it can.
    """

    path: str
    free_bytes: int = 0
    sync_ms: float = 0.0
    fault: str = ""


def disk_found(what: str, disk: Disk) -> Finding:
    """Whether a journal can be written there."""
    if disk.fault:
        return Finding(what, State.RED, f"{disk.path} cannot be written: {disk.fault}", "name another place")
    told = f"{disk.free_bytes / _GB:.1f} GB free at {disk.path}, a line is safe in {disk.sync_ms:.1f} ms"
    if disk.free_bytes < _LEAST_GB * _GB:
        return Finding(what, State.RED, told, "make room")
    if disk.sync_ms > _SLOW_MS:
        return Finding(what, State.AMBER, told, "use a faster disk: what happens is told late")
    return Finding(what, State.GREEN, told)


def spare_missing() -> Finding:
    """No place was named at which a journal goes on."""
    return Finding(
        "spare place",
        State.AMBER,
        "none is named: after an error of the disk the journal goes on beside the first",
        "name a folder on another disk as `spare` in the meet file",
    )


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of the machine.

    Attributes:
        synchronised: whether it is held to others; None where nobody can say.
        error_ms: by how much the kernel thinks it may be wrong; None where it does not say.
    """

    synchronised: bool | None
    error_ms: float | None = None


def clock_found(clock: Clock) -> Finding:
    """Whether times of day can be compared with those of other machines."""
    by = "" if clock.error_ms is None else f", to {clock.error_ms:.0f} ms"
    if clock.synchronised:
        return Finding("clock", State.GREEN, f"it is held to others{by}")
    if clock.synchronised is None:
        return Finding("clock", State.AMBER, "nobody can say whether it is right", "compare it with another")
    return Finding(
        "clock",
        State.AMBER,
        "it runs by itself; the race does not need it, times of day of a timing system do",
        "start chrony or systemd-timesyncd, or name one machine that all follow",
    )


@dataclass(frozen=True, slots=True)
class Power:
    """Where the power comes from.

    Attributes:
        battery: on battery now; None where the machine has none or does not say.
        percent: what is left.
    """

    battery: bool | None
    percent: int | None = None


def power_found(power: Power) -> Finding:
    """Whether the power lasts."""
    left = "" if power.percent is None else f", {power.percent} % left"
    if power.battery is None:
        return Finding(
            "power", State.AMBER, "the machine does not say where it comes from", "see that it has a UPS"
        )
    if not power.battery:
        return Finding("power", State.GREEN, f"from the mains{left}")
    low = power.percent is not None and power.percent < _LOW_PERCENT
    return Finding("power", State.RED if low else State.AMBER, f"from the battery{left}", "plug it in")


def priority_found(*, granted: bool) -> Finding:
    """Whether the light loop may run before everything else."""
    if granted:
        return Finding("priority", State.GREEN, "the light loop may run before everything else")
    return Finding(
        "priority",
        State.AMBER,
        "the light loop has no right to run before everything else: frames may be late under load",
        "give it CAP_SYS_NICE, or LimitRTPRIO=50 in its unit (pacelight engine --print-unit)",
    )


def firewall_found() -> Finding:
    """What a firewall lets through is not seen from inside."""
    return Finding(
        "firewall",
        State.AMBER,
        "what it lets through is not seen from here",
        "open the page from a phone, and have the timing system send something",
    )
