"""One of both in a process of its own: ``python -m spark_parts kernel|sql FILE``; answers with one JSON object.

What is timed begins with Spark running and warm: a small part of the file was read and folded before.
"""

import json
import sys
import time
from pathlib import Path

from spark_parts import kernel, sql
from spark_parts.session import session

TASKS = {"kernel": kernel.everything, "sql": sql.everything}


def main() -> None:
    """Do as the command line says."""
    everything = TASKS[sys.argv[1]]
    with session(Path(sys.argv[2])) as started:
        whole = started.table("raw")
        whole.limit(20_000).createOrReplaceTempView("raw")
        everything(started)
        started.catalog.clearCache()
        whole.createOrReplaceTempView("raw")
        start = time.perf_counter()
        sums = everything(started)
        print(json.dumps({"seconds": time.perf_counter() - start, "sums": sums}))


if __name__ == "__main__":
    main()
