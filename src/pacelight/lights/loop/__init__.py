"""When it is shown: the orders, and the process that draws a frame at each instant that is due.

Pure: `orders` (what is to be shown), `gate` (what may follow what), `picture` (what an order shows at
an instant), `carried` (an order on another clock), `lateness` (how late frames were). Edge: `lamplighter`
(the loop), `job` (its process), `process` (the loop as the engine holds it), `tally` and `standing` (what
those two share), `realtime` (what the system grants).
"""

__all__: list[str] = []
