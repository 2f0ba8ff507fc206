"""All topics of a visit as a table, in the order that the visit gives them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence

from app.domain.words import Area, Marking
from app.planning.settings import marking_names
from app.planning.verbs.topics import create_topic, delete_topic, edit_topic, order_topics
from app.planning.views.topics import RaisedAt, TopicRow, topic_rows
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.topics.earlier import EarlierTopics
from app.ui.screens.topics.switch import SwitchedList
from app.ui.tables.bulk import BulkField
from app.ui.tables.column import Column
from app.wording import _
from app.wording.dates import duration
from app.wording.names import word_name

_AREAS = tuple(Area)


class TopicList(SwitchedList):
    """The topics of the visit in view: what is asked for, the area, the marking, and where each is raised."""

    tables = ("topic", "visit", "agenda_item", "entry", "member", "person")

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        super().__init__(
            desk,
            preferences,
            name="topics",
            kind="topic",
            columns=_columns(),
            add_words=_("Add topic"),
            icon="flag",
            empty=(
                _("No topics yet."),
                _("Add what we want to talk about; agendas are made of topics."),
                _("Add topic"),
            ),
        )
        self.earlier = EarlierTopics(desk)
        self.add_control(self.earlier)
        self.earlier.told.connect(self.told)
        self.earlier.taken.connect(self._on_taken)
        self.move_up = self._mover(_("Move up"), "Alt+Up", -1)
        self.move_down = self._mover(_("Move down"), "Alt+Down", 1)

    def ask_rows(self) -> Sequence[TopicRow]:
        self.earlier.look()
        return self.desk.ask(topic_rows, self.desk.visit_id) if self.desk.visit_id else ()

    def add(self) -> str | None:
        if not self.desk.visit_id:
            return None
        return self.desk.do(_("Add a topic"), create_topic, self.desk.visit_id, title=_("New topic"))

    def delete(self, ids: Sequence[str]) -> str:
        return self.delete_each(delete_topic, ids)

    def bulk_fields(self) -> Sequence[BulkField]:
        areas = [(word_name(area), _setting(area=area)) for area in Area]
        names = self.desk.ask(marking_names)
        levels = [(names[marking], _setting(marking=marking)) for marking in Marking]
        return ((_("Area"), areas), (_("Marking"), levels))

    def row_name(self, row: Any) -> str:
        return str(row.title)

    def menu_actions(self, ids: Sequence[str]) -> Sequence[QAction]:
        return () if self.desk.read_only or len(ids) != 1 else (self.move_up, self.move_down)

    @Slot(str)
    def _on_taken(self, topic_id: str) -> None:
        self.reveal(self.kind, topic_id)

    def _mover(self, words: str, keys: str, step: int) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setEnabled(not self.desk.read_only)
        action.setData(step)
        action.triggered.connect(self._move)
        self.table.addAction(action)
        return action

    @Slot()
    def _move(self) -> None:
        """Move the current topic in the visit's own order, whatever the table is sorted by."""
        action = self.sender()
        assert isinstance(action, QAction)
        row: TopicRow | None = self.table.row(self.table.current_id())
        order = [each.id for each in self.ask_rows()]
        if row is None or row.id not in order:
            return
        at = order.index(row.id)
        to = at + int(action.data())
        if not 0 <= to < len(order):
            return
        order.insert(to, order.pop(at))
        label = _("Move “{title}”").format(title=row.title)
        done(self.desk, self.told, label, order_topics, self.desk.visit_id, order)


def _setting(**fields: Any) -> Callable[..., object]:
    return partial(edit_topic, **fields)


def _columns() -> Sequence[Column]:
    return (
        Column("title", _("Topic"), lambda row: row.title, width=260, detail=_below),
        Column(
            "area",
            _("Area · marking"),
            _nothing,
            width=150,
            chip=_area,
            badge=lambda row: row.marking,
            sort=_area_order,
        ),
        Column("owner", _("Owner"), lambda row: row.owner, width=124),
        Column("raised", _("Raised at"), _raised, width=240, sort=_times, tone=_raised_tone),
        Column("minutes", _("Time"), _minutes, width=76, sort=_minutes_order, align_right=True),
    )


def _below(row: TopicRow) -> str:
    """Return what is asked for, else what is offered, else what we are after."""
    if row.ask:
        return _("Ask: {ask}").format(ask=row.ask)
    if row.offer:
        return _("Offer: {offer}").format(offer=row.offer)
    return row.objective


def _nothing(_row: TopicRow) -> str:
    return ""


def _area(row: TopicRow) -> str:
    return word_name(row.area)


def _area_order(row: TopicRow) -> int:
    return _AREAS.index(row.area)


def _raised(row: TopicRow) -> str:
    return ", ".join(map(_meeting, row.raised)) or _("no agenda")


def _meeting(at: RaisedAt) -> str:
    return _("{intent} {meeting}").format(intent=word_name(at.intent), meeting=at.host or at.meeting)


def _times(row: TopicRow) -> int:
    return len(row.raised)


def _minutes(row: TopicRow) -> str:
    return duration(row.minutes) if row.raised else ""


def _minutes_order(row: TopicRow) -> int:
    return row.minutes


def _raised_tone(row: TopicRow) -> str:
    return "" if row.raised else "muted"
