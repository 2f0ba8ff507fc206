"""A calendar that is too big for one file, in parts of a week each."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from app.planning.released import Entry, ReleasedVisit

#: Google refuses files of 1 MB or more; what is larger than this is written by the week instead.
SPLIT_ABOVE = 900_000


def split_by_week(visit: ReleasedVisit) -> list[tuple[str, ReleasedVisit]]:
    """Return the visit once for each ISO week in which entries start by the local clock, in order of weeks.

    The week is named like ``2024-W04``, by the ISO year that it belongs to. Each entry is in one week only;
    all else of the visit is in every part, so that people and places are found.
    """
    weeks: dict[str, list[Entry]] = defaultdict(list)
    for entry in visit.entries:
        year, week, _day = entry.start_wall.isocalendar()
        weeks[f"{year:04}-W{week:02}"].append(entry)
    return [(name, replace(visit, entries=tuple(weeks[name]))) for name in sorted(weeks)]


def week_path(path: Path, week: str) -> Path:
    """Return where a part is written: beside the whole, the week in its name; the whole itself for ``""``."""
    return path.with_name(f"{path.stem}-{week}{path.suffix}") if week else path
