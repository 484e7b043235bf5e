"""The parts of `bench/fold.py`: one set of rules, written once more for each peer."""

RECORD_TYPES = ("WR", "AR", "NR", "MR", "CR", "PB", "SB")
"""In the order of the checksums."""

MODULUS = 1_000_003
"""Each record adds ``(31 * id + 7 * age group + type) % MODULUS`` to its type's checksum."""

PLACES = RECORD_TYPES[:3]
"""What a place keeps: the world, an area, a nation."""

Checksums = dict[str, tuple[int, int, int]]
"""Of each type: how many records, the sum of their ids, the sum that mixes id and age group."""
