"""Looks: what the lamps show beside the lights that run. A look is a function of the instant since it began.

`model` (which looks there are), `stretch` (lit metres, exact by area), `race` and `show` (how each is drawn),
`picture` (the frame of a look).
"""

__all__: list[str] = []
