"""What is ready before a meeting, and what is missing: that leads to where it is seen to."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.meeting_ready import MeetingFacts, ReadyPoint, State, ready_points
from app.domain.words import Role, Side
from app.planning.views.logistics import GiftRow, InterpreterRow
from app.planning.views.meeting import Meeting
from app.ui.inspector.links import LinkButton
from app.ui.theme.icons import ICON_PX, icon_pixmap
from app.ui.theme.style import theme
from app.ui.widgets.emptying import empty
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.wording import _
from app.wording.meeting_ready import ready_words, state_words

_MARKS = {
    State.DONE: ("check", "ok"),
    State.MISSING: ("alert-circle", "warn"),
    State.NONE: ("minus", "muted"),
}


class ReadinessCard(QFrame):
    """The points of one meeting in two columns. ``wanted`` carries the matter of the one clicked."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._shown: tuple[ReadyPoint, ...] = ()
        self._links: list[LinkButton] = []
        self._count = MutedLabel()
        head = QHBoxLayout()
        head.addWidget(TitleLabel(_("Readiness"), small=True), 1)
        head.addWidget(self._count)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._grid)

    def show_readiness(
        self, meeting: Meeting, interpreters: tuple[InterpreterRow, ...], gifts: tuple[GiftRow, ...]
    ) -> None:
        """Show how far a meeting is prepared, for which these are booked and noted."""
        points = ready_points(facts_of(meeting, interpreters, gifts))
        if points == self._shown:
            return
        self._shown = points
        missing = sum(point.state is State.MISSING for point in points)
        self._count.setText(_("{count} missing").format(count=missing) if missing else _("Ready"))
        self._count.set_tone("warn" if missing else "ok")
        empty(self._grid)
        self._links = []
        for row, point in enumerate(points):
            said = MutedLabel(ready_words(point)) if point.state is State.DONE else self._link(point)
            for at, widget in enumerate((_Mark(point.state), said)):
                self._grid.addWidget(widget, row, at)
                widget.show()  # now, not with the next events: else what is below is squeezed for a blink

    def _link(self, point: ReadyPoint) -> LinkButton:
        link = LinkButton(ready_words(point))
        link.setAccessibleName(f"{link.words()}, {state_words(point.state)}")
        link.clicked.connect(partial(self.wanted.emit, point.matter.value))
        self._links.append(link)
        return link

    def points(self) -> tuple[ReadyPoint, ...]:
        """Return what is shown."""
        return self._shown

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self._links]


class _Mark(QLabel):
    """A tick, a warning or a dash."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self.setFixedWidth(ICON_PX)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme().changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        name, tone = _MARKS[self._state]
        color = theme().tokens.colors()[tone]
        self.setPixmap(icon_pixmap(name, color, ICON_PX, self.devicePixelRatioF()))


def facts_of(
    meeting: Meeting, interpreters: tuple[InterpreterRow, ...], gifts: tuple[GiftRow, ...]
) -> MeetingFacts:
    """Return what the rules of readiness look at."""
    people = [person for side in Side for person in meeting.entry.side(side)]
    heads = {person.side for person in people if person.role is Role.HEAD}
    return MeetingFacts(
        items=len(meeting.items),
        over=-meeting.spare,
        without_lead=sum(item.speaker_id is None for item in meeting.items),
        written=bool(meeting.brief.paragraphs),
        cleared=meeting.brief.cleared_at is not None,
        headless=tuple(side for side in Side if side not in heads),
        interpreted=any(person.role is Role.INTERPRETER for person in people),
        booked=len(interpreters),
        twice=sum(bool(row.also_at) for row in interpreters),
        unsent=sum(not row.documents_sent for row in interpreters),
        gifts=len(gifts),
    )
