"""Where the lamps of a survey are: at the addresses of its controllers, or at one that is given."""

import numpy as np

from pacelight.errors import OutputError
from pacelight.lights.drivers import Output, output, patched
from pacelight.track import Survey

__all__ = ["NOWHERE", "output_of", "target_of"]

NOWHERE = "sim://"
"""Lamps that are not there."""


def output_of(survey: Survey, url: str, who: str) -> Output:
    """The lamps of a survey.

    Args:
        survey: which channel of which controller shows what, and where controllers are.
        url: where the lamps are, for a survey that does not say; empty for where it says, or nowhere.
            Lamps that are not there may be put in the place of any.
        who: whose frames they are; see `pacelight.lights.drivers.output`.

    Raises:
        OutputError: no such address; both say, or only some controllers have one.
    """
    if url.startswith(NOWHERE):
        return output(url, who)
    given = [one for one in survey.controllers if one.output]
    if not given:
        return _at_one(survey, url or NOWHERE, who)
    if url:
        raise OutputError(
            f"the survey says where its lamps are, {target_of(survey, '')}, and so does '{url}' "
            f"(leave one of them out)"
        )
    if missing := [one.name for one in survey.controllers if not one.output]:
        raise OutputError(f"controller '{missing[0]}' of the survey has no output (give each one, or none)")
    parts = [(one.output, one.channels) for one in given]
    return patched(parts, who, [one.name or one.output for one in given])


def target_of(survey: Survey, url: str) -> str:
    """The address of the lamps, or how many controllers have one."""
    given = [one.output for one in survey.controllers if one.output]
    if url or not given:
        return url or NOWHERE
    return given[0] if len(given) == 1 else f"{len(given)} controllers"


def _at_one(survey: Survey, url: str, who: str) -> Output:
    """All lamps at one address."""
    if url.startswith(NOWHERE):
        return output(url, who)
    if len(survey.controllers) > 1:
        raise OutputError(
            f"the survey has {len(survey.controllers)} controllers, and '{url}' is one "
            f"(give each its output in the survey)"
        )
    (one,) = survey.controllers
    if np.array_equal(one.channels, np.arange(3 * len(survey))):
        return output(url, who)
    return patched([(url, one.channels)], who, [one.name or url])
