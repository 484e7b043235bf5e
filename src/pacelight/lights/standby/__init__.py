"""Never dark: a loop that follows another and takes over, and what becomes of lights nobody answers for.

Pure: `peers` and `absence` (what an operator chose beforehand), `heartbeat` (what loops tell one another, as
bytes), `offset` (what two clocks say of each other), `known` (another loop), `lease` (who leads), `member`
(a loop among others: all of these put together), `turn` (what it is to do at a beat), `standing` (how it
stands), `others` (the port by which the loop meets them), `fingerprint` (whether two draw the same),
`succession` (lamps, as told by whoever leads now).
Edge: `company` (the socket), `living` (who lights these lamps on this machine), `heir` (a driver that is
opened anew at each takeover).
"""

__all__: list[str] = []
