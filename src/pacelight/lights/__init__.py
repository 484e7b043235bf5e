"""What is shown: which lamp shines how at an instant, and the loop that tells the lamps so.

`canvas` (waves on a layout, painted) ─► `look` (what is shown beside them) ─► `wire` (frames as bytes)
─► `drivers` (bytes to lamps) ─► `loop` (each frame at an instant of the `beat`); `trial` tries lamps out,
and `standby` is for a loop that follows another and takes over.

Names are imported from their modules, not from here: the process of the loop loads only what it needs,
and stands ready the sooner.
"""

__all__: list[str] = []
