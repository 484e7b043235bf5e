"""The parts of `bench/spark.py`: the kernel in Spark's workers, and the same rules in Spark's SQL."""

MODULUS = 1009
"""Each record adds the number of its age group, from one, times ``id % MODULUS`` to its type's checksum."""

Checksums = dict[str, tuple[int, int, int]]
"""Of each type: how many records, the sum of their ids, the sum that mixes id and age group."""
