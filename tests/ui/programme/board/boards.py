"""Boards for the tests of what is painted: rows without a planner."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from app.domain.time import Precision, from_utc, to_utc
from app.domain.words import EntryKind, EntryStatus, Marking
from app.planning.views.board import Board, BoardLine, BoardParty, BoardStay
from app.planning.views.programme import Base, Head
from app.ui.screens.programme.board.plan import Choice, Plan
from app.ui.screens.programme.board.planner import Planner

SEOUL, PARIS, WASHINGTON = "Asia/Seoul", "Europe/Paris", "America/New_York"
FIRST, LAST = date(2024, 3, 25), date(2024, 3, 27)

STAY = BoardStay("Paris", "FR", PARIS, FIRST, LAST, None, None)


def head(**fields: Any) -> Head:
    """A visit from Seoul to Paris."""
    made = Head(
        visit_id="visit",
        title="Visit",
        home_city="Seoul",
        home_zone=SEOUL,
        marking=Marking.OFFICIAL_USE,
        starts_on=FIRST,
        ends_on=LAST,
        bases=(Base("Paris", PARIS, FIRST, LAST),),
    )
    return replace(made, **fields)


def line(key: str, start: str, minutes: int = 60, zone: str = PARIS, **fields: Any) -> BoardLine:
    """An entry by its first wall and its length; an ``end_zone`` among the fields makes it a way."""
    wall = datetime.fromisoformat(start)
    end_zone = fields.pop("end_zone", zone)
    start_utc = to_utc(wall, zone)
    end_utc = start_utc + timedelta(minutes=minutes)
    made = BoardLine(
        id=key,
        title=fields.pop("title", key),
        kind=EntryKind.MEETING,
        status=EntryStatus.CONFIRMED,
        marking=Marking.OFFICIAL_USE,
        start_wall=wall,
        start_zone=zone,
        start_fold=0,
        start_precision=Precision.EXACT,
        start_utc=start_utc,
        end_wall=from_utc(end_utc, end_zone).time,
        end_zone=end_zone,
        end_fold=0,
        end_precision=Precision.EXACT,
        end_utc=end_utc,
        room="",
        place_id=None,
        tied_to_id=None,
        tied_minutes=0,
        version=1,
        place=None,
        place_city=None,
        latitude=None,
        longitude=None,
        badge_minutes=None,
        mode=None,
        carrier="",
        number="",
        from_name=None,
        from_code="",
        to_name=None,
        to_code="",
        estimated=False,
        parties=(),
        party_ids=frozenset(),
        member_ids=frozenset(),
        vehicle_ids=frozenset(),
    )
    return replace(made, **fields)


def board(
    lines: Sequence[BoardLine],
    *,
    parties: Sequence[str] = (),
    stays: Sequence[BoardStay] = (STAY,),
    first: date = FIRST,
    last: date = LAST,
    **fields: Any,
) -> Board:
    """A board of these rows; a party's id is its name."""
    return Board(
        head=head(starts_on=first, ends_on=last, **fields),
        parties=tuple(BoardParty(name, name, frozenset()) for name in parties),
        lines=tuple(sorted(lines, key=lambda each: each.order)),
        stays=tuple(stays),
    )


def plan(shown: Board, lines: Iterable[BoardLine], choice: Choice) -> Plan:
    """Where everything stands, worked out from nothing."""
    return Planner().plan(shown, {each.id: each for each in lines}, choice)
