"""Run the benchmarks named on the command line, or all, and print their table."""

import importlib
import platform
import sys

from app.domain.zones import use_shipped_zones
from tests.benchmarks.measure import Row

NAMES = ("start", "edit", "board", "finding", "search", "tables", "meeting", "calendar", "book")


def main(wanted: list[str]) -> int:
    use_shipped_zones()
    rows: list[Row] = []
    for name in wanted or list(NAMES):
        rows += importlib.import_module(f"tests.benchmarks.{name}").run()
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")  # noqa: T201
    for row in rows:
        mark = "reached" if row.reached else "MISSED"
        print(f"| {row.what} | {row.figure} | {row.goal} | {mark} |")  # noqa: T201
    return 0 if all(row.reached for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
