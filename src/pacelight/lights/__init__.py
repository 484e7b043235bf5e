"""What is shown: which lamp shines how at an instant, and the loop that tells the lamps so.

Pure: `layout` (which lamp covers which metres), `wave` (a light that runs), `frame` (the lights of an
instant), `groups` (those of several races), `look` (what is shown beside them), `orders` (what is to be
shown), `gate` (what may follow what), `picture` (what an order shows at an instant), `levels` (what lamps
can bear), `beat` (which instants), `wire` (pictures as bytes). Edge: `drivers` (bytes to lamps),
`loop` (the light loop as the engine holds it), `lamplighter` (the process it runs in).

Names are imported from their modules, not from here: the process of the loop loads only what it needs,
and stands ready the sooner.
"""

__all__: list[str] = []
