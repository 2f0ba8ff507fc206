"""The actions that came of a topic, each a link to it, and a line in which another is added."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.planning.clock import today
from app.planning.views.promised import CLOSED
from app.planning.views.topics import FollowUp
from app.ui.forms.record import Record
from app.ui.inspector.entering import EnterLine
from app.ui.inspector.links import LinkButton
from app.ui.widgets.labels import MutedLabel
from app.wording import _
from app.wording.actions import days_left, owed
from app.wording.dates import day
from app.wording.names import word_name


class FollowUps(QWidget):
    """Actions by their words, with owner, day and state under them; ``wanted`` carries the id of one."""

    wanted = Signal(str)

    def __init__(self, record: Record, add: Callable[[str], object]) -> None:
        super().__init__()
        self._shown: tuple[FollowUp, ...] | None = None
        self._read_only = record.desk.read_only
        self._links: list[LinkButton] = []
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.line = EnterLine(record, "new_action", _("Add a follow-up action"), add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._lines)
        column.addWidget(self.line)

    def show_actions(self, actions: tuple[FollowUp, ...]) -> bool:
        """Show these; tell whether others stood here before."""
        if actions == self._shown:
            return False
        self._shown = actions
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._links = [self._put(action) for action in actions]
        if not actions:
            self._show(MutedLabel(_("Nothing has come of it yet."), wrap=True))
        return True

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self._links] if self._read_only else [*self._links, self.line]

    def _put(self, action: FollowUp) -> LinkButton:
        link = LinkButton(" ".join(action.text.split()))
        link.clicked.connect(partial(self.wanted.emit, action.id))
        self._show(link)
        below = MutedLabel(_detail(action), elide=True)
        if _late(action):
            below.set_tone("bad")
        below.setContentsMargins(4, 0, 0, 4)
        below.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._show(below)
        return link

    def _show(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()  # now, not with the next events: else the fields above are squeezed for a blink


def _detail(action: FollowUp) -> str:
    due = _("due {day}").format(day=day(action.due_on)) if action.due_on else ""
    parts = (word_name(action.state), action.owner or owed(action.owed_by), due, _left(action))
    return " · ".join(part for part in parts if part)


def _left(action: FollowUp) -> str:
    return days_left(_days(action), closed=action.state in CLOSED)


def _late(action: FollowUp) -> bool:
    days = _days(action)
    return action.state not in CLOSED and days is not None and days < 0


def _days(action: FollowUp) -> int | None:
    return None if action.due_on is None else (action.due_on - today()).days
