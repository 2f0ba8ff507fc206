"""Meetings with people, and hands over their seating plan, for tests."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from sqlalchemy.orm import Session

from app.data.models import Member, Participation, Person
from app.domain.words import EntryKind, Role, Side
from app.planning.verbs.entries import create_entry
from app.planning.verbs.people_at import add_person_at
from app.planning.views.entry import entry_detail
from app.planning.views.meetings import meeting_rows
from app.planning.views.seating import SeatingPlan, seating_plan
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.screens.meetings.seating.board import SeatingBoard
from app.ui.screens.meetings.seating.chair import ChairButton
from app.ui.screens.meetings.seating.part import SeatingPart
from tests.ui.meetings.rooms import desk_of, settle

NAMES = ("Kim", "Lee", "Park", "Choi", "Jung", "Kang", "Cho", "Yoon", "Jang", "Lim", "Han", "Oh")
_GRIP = QPoint(30, 20)


def call(screen: MeetingsScreen, ours: int, host: int, names: tuple[str, ...] = NAMES) -> str:
    """Make a meeting of so many people, and return its id."""
    desk = desk_of(screen)
    first = desk.ask(entry_detail, desk.ask(meeting_rows, desk.visit_id)[0].id)
    begin = first.start_wall + timedelta(hours=5)
    verb = partial(
        create_entry,
        visit_id=desk.visit_id,
        title="Joint committee",
        kind=EntryKind.MEETING,
        start_wall=begin,
        start_zone=first.start_zone,
        end_wall=begin + timedelta(hours=1),
        end_zone=first.start_zone,
    )
    entry: str = desk.do("New", verb)
    for side, count in ((Side.OURS, ours), (Side.HOST, host)):
        desk.do("Come", partial(_come, entry_id=entry, side=side, names=names[:count]))
    return entry


def _come(session: Session, entry_id: str, side: Side, names: tuple[str, ...]) -> None:
    for number, name in enumerate(names):
        person = Person(id=f"{side}-{number}", family_name=f"{name} {side.value}")
        session.add(person)
        session.flush()
        role = Role.PARTICIPANT if number else Role.HEAD
        made = add_person_at(session, entry_id, person_id=person.id, side=side, role=role)
        participation = session.get(Participation, made)
        assert participation is not None
        member = session.get(Member, participation.member_id)
        assert member is not None
        member.title = f"Director-General {number} for International Space Cooperation"


def seating_of(screen: MeetingsScreen, entry: str) -> SeatingPart:
    """Open the seating of a meeting."""
    screen.open_row(entry)
    screen.page.parts.select("seating")
    settle()
    return screen.page.late.seating


def plan_of(screen: MeetingsScreen) -> SeatingPlan:
    """Return the plan as it stands in the file."""
    return desk_of(screen).ask(seating_plan, screen.page.entry_id)


def chair(board: SeatingBoard, name: str) -> ChairButton:
    """Return the chair of somebody, by the beginning of the name and the side: ``Kim ours``."""
    return next(one for one in board.chairs() if one.seat.sitter and one.seat.sitter.name == name)


def free(board: SeatingBoard, row: str) -> ChairButton:
    """Return the free chair of a row."""
    return next(one for one in board.table.pool.chairs if one.seat.row == row and not one.seat.sitter)


def drag(source: ChairButton, target: ChairButton | QPoint, *, drop: bool = True) -> None:
    """Drag a chair onto another, or to a point of the screen."""
    where = target if isinstance(target, QPoint) else target.mapToGlobal(_GRIP)
    QTest.mousePress(source, Qt.MouseButton.LeftButton, pos=_GRIP)
    way = source.mapFromGlobal(where) - _GRIP
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(source, _GRIP + way * part)
    if drop:
        QTest.mouseRelease(source, Qt.MouseButton.LeftButton, pos=_GRIP + way)
        settle()


def words_of(menu: QMenu) -> list[str]:
    """Return the lines of a menu without their keys."""
    return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]
