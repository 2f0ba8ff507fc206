"""Lines of a programme for tests: in Paris, of a visit whose home is Seoul."""

from datetime import date, datetime, timedelta

from app.domain.time import Precision, to_utc
from app.domain.words import EntryKind, EntryStatus, Marking
from app.planning.views.programme import Base, Head, Line

PARIS = "Europe/Paris"
HEAD = Head(
    "visit",
    "Visit",
    "Seoul",
    "Asia/Seoul",
    Marking.OFFICIAL_USE,
    date(2024, 1, 22),
    date(2024, 1, 30),
    (Base("Paris", PARIS, date(2024, 1, 22), date(2024, 1, 30)),),
)


def line(key: str, start: datetime, title: str = "Title", **fields: object) -> Line:
    end = start + timedelta(hours=1)
    values: dict[str, object] = {
        "id": key,
        "title": title,
        "kind": EntryKind.MEETING,
        "status": EntryStatus.CONFIRMED,
        "marking": Marking.OFFICIAL_USE,
        "start_wall": start,
        "start_zone": PARIS,
        "start_fold": 0,
        "start_precision": Precision.EXACT,
        "start_utc": to_utc(start, PARIS),
        "end_wall": end,
        "end_zone": PARIS,
        "end_fold": 0,
        "end_precision": Precision.EXACT,
        "end_utc": to_utc(end, PARIS),
        "room": "",
        "place": None,
        "place_city": None,
        "mode": None,
        "from_name": None,
        "to_name": None,
        "parties": (),
        "participants": 0,
    }
    return Line(**(values | fields))  # type: ignore[arg-type]
