"""The survey: which lamp stands at which metre of the measured line, and on which channel it hangs."""

from pacelight.track.survey.controller import Controller
from pacelight.track.survey.model import Survey

__all__ = ["Controller", "Survey"]
