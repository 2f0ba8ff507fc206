"""The room of telling: who is affected by what has changed, a message for each, and what was told."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.domain.telling import Via
from app.planning.verbs.telling import keep_told
from app.planning.views.history import steps
from app.planning.views.telling import Affected, affected, step_at, told_rows
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.screens.tell.pane import MessagePane
from app.ui.screens.tell.sending import copied, opened
from app.ui.screens.tell.sheet import PersonSheet
from app.ui.screens.tell.since import SincePicker, start_of_today
from app.ui.screens.tell.words import affected_columns, told_columns
from app.ui.screens.tell.writing import Writing
from app.ui.showing import Showing
from app.ui.tables.view import Table
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import MutedLabel, SectionLabel, TitleLabel
from app.ui.widgets.tuning import flat
from app.wording import _, ngettext
from app.wording.errors import sentence
from app.wording.telling import about

_HEADER_PX = 48
_STEPS = 40
_LEFT_PX, _PANE_PX = 430, 470


class TellScreen(QWidget):
    """Tells those whom changes concern.

    ``told`` carries a sentence for the toast and whether undo takes back what it tells. Whoever was told
    while the room is open stays in the list, marked as told, until what changes are counted from changes.
    """

    told = Signal(str, bool)

    def __init__(
        self, desk: Desk, preferences: Preferences, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: dict[str, Affected] = {}
        self.since = SincePicker()
        self.count = MutedLabel()
        self.people = Table("tell", affected_columns(), preferences, label=_("People to tell"))
        self.history = Table("told", told_columns(), preferences, label=_("What was told"))
        self.nothing = EmptyState("check", _("Nothing has changed for anybody since then."))
        self.pane = MessagePane(Writing(desk))
        self.sheet = PersonSheet(desk, preferences, chooser, self.pane)
        self.sheet.told.connect(self.told)
        self._lay_out()
        self.since.chosen.connect(self._start_over)
        self.people.current_changed.connect(self._show_person)
        self.history.current_changed.connect(self._show_kept)
        self.pane.copy_wanted.connect(self.copy)
        self.pane.mail_wanted.connect(self.mail)
        self._showing = Showing(self, desk, self._show_all)
        self._showing.told.connect(self.told)
        desk.visit_changed.connect(self._on_visit_changed)

    def _lay_out(self) -> None:
        header = QFrame()
        header.setProperty("role", "ground")
        header.setFixedHeight(_HEADER_PX)
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(TitleLabel(_("Tell")))
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(MutedLabel(_("Changes since")))
        row.addWidget(self.since)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._lists = QStackedWidget()
        self._lists.addWidget(self.people)
        self._lists.addWidget(self.nothing)
        for table in (self.people, self.history):
            flat(table)
        left = _split(Qt.Orientation.Vertical, (self._lists, 2), (self._below(), 1))
        split = _split(Qt.Orientation.Horizontal, (left, 1), (self.pane, 1))
        split.setSizes([_LEFT_PX, _PANE_PX])
        left.setMinimumWidth(260)
        self.pane.setMinimumWidth(320)
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(split)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        whole.addWidget(rule)
        whole.addWidget(panel, 1)
        self.setFocusProxy(self.people)

    def _below(self) -> QWidget:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        caption = SectionLabel(_("What was told"))
        self._nothing_told = MutedLabel(
            _("Nobody was told anything yet. What you copy or mail from here is kept in this list."),
            wrap=True,
        )
        self._nothing_told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing_told.setContentsMargins(12, 0, 12, 0)
        caption.setContentsMargins(12, 0, 12, 0)
        column.addWidget(caption)
        column.addWidget(self.history, 1)
        column.addWidget(self._nothing_told, 1)
        return below

    # What is shown

    def reveal(self, _kind: str, row_id: str) -> None:
        """Show a message that was sent."""
        self._showing.catch_up()
        self.history.select(row_id)

    def show_since(self, step: int) -> None:
        """Show whom the changes since a step concern, that step included."""
        self._showing.catch_up()
        if self.since.choose(step):
            self._start_over()

    def leave(self) -> None:
        """Keep what is being written: it is a message until it is sent."""
        self.pane.pause()

    def _show_all(self, _changed: Changed | None) -> None:
        chosen = self.people.current_id()
        self.since.show_steps([step for step in self._desk.ask(steps, limit=_STEPS) if step.kind == "do"])
        people = self._affected()
        rows = self._desk.ask(told_rows, self._desk.visit_id) if self._desk.visit_id else ()
        last = {row.member_id: row for row in reversed(rows)}
        waiting = {row.id for row in people}
        kept = [
            replace(row, is_told=True, told_at=last[key].told_at, told_language=last[key].language)
            for key, row in self._kept.items()
            if key not in waiting and key in last
        ]
        self.history.show_rows(rows)
        self.history.setVisible(bool(rows))
        self._nothing_told.setVisible(not rows)
        self.people.show_rows([*people, *kept])
        self._lists.setCurrentIndex(0 if people or kept else 1)
        left = sum(not row.is_told for row in people)
        self.count.setText(ngettext("{count} to tell", "{count} to tell", left).format(count=left))
        self._show_again(chosen)

    def _affected(self) -> tuple[Affected, ...]:
        visit_id = self._desk.visit_id
        if not visit_id:
            return ()
        return self._desk.ask(affected, visit_id, self._since_step())

    def _since_step(self) -> int | None:
        """Return the step after which changes are looked for; ``None`` for all that was not told."""
        if self.since.since_last_told():
            return None
        first = self.since.step()
        return self._desk.ask(step_at, start_of_today()) if first is None else first - 1

    def _show_again(self, chosen: str) -> None:
        """Show whose message was shown, as it is now; else the first to be told."""
        ids = self.people.ids()
        if self.history.current_id():
            return
        if chosen not in ids:
            chosen = next((each for each in ids if not self.people.row(each).is_told), ids[0] if ids else "")
        if not chosen:
            self.pane.show_nobody()
        elif chosen == self.people.current_id():
            self.pane.show_person(self.people.row(chosen))
        else:
            self.people.select(chosen)

    @Slot(str)
    def _show_person(self, member_id: str) -> None:
        if not member_id:
            return
        self.history.select_none()
        self.pane.show_person(self.people.row(member_id))

    @Slot(str)
    def _show_kept(self, told_id: str) -> None:
        if not told_id:
            return
        self.people.select_none()
        self.pane.show_kept(self.history.row(told_id))

    @Slot()
    def _start_over(self) -> None:
        self._kept.clear()
        self._showing.ask_again()

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        self.cancel_jobs()
        self._kept.clear()
        self._showing.ask_again()

    # The message on its way

    @Slot()
    def copy(self) -> None:
        """Put the message on the clipboard, and keep that it was told."""
        person = self.pane.person
        if person is not None:
            self._keep(person, Via.COPIED, copied(self.pane.words()))

    @Slot()
    def mail(self) -> None:
        """Open the message in the mail program, and keep that it was told."""
        person = self.pane.person
        if person is None:
            return
        done = opened(person.email, self.pane.words(), self.pane.tag())
        if done is None:
            self.told.emit(_("No mail program opened. Copy the message instead."), False)
        else:
            self._keep(person, Via.MAIL, done)

    def _keep(self, person: Affected, via: Via, done: str) -> None:
        name = person.name or person.native_name
        message, tag = self.pane.words(), self.pane.tag()
        verb = partial(
            keep_told,
            member_id=person.id,
            subject=message.subject,
            text=message.text,
            language=tag,
            via=via,
            about=about(person),
            since_step=self._since_step(),
        )
        if self._desk.read_only:
            words = _("This planner is only read: that it was told is not kept.")
            self.told.emit(f"{done} {words}", False)
            return
        self._kept[person.id] = person
        try:
            self._desk.do(_("Tell {name}").format(name=name), verb)
        except AideError as error:
            self._kept.pop(person.id, None)
            self.told.emit(f"{done} {sentence(error)}", False)
            return
        self.pane.forget(person.id, tag)
        self.told.emit(f"{done} {_('Kept as told to {name}.').format(name=name)}", True)

    def cancel_jobs(self) -> None:
        """End the sheet that is being made; nothing is written."""
        self.sheet.making.cancel()


def _split(orientation: Qt.Orientation, *widgets: tuple[QWidget, int]) -> QSplitter:
    split = QSplitter(orientation)
    split.setChildrenCollapsible(False)
    for place, (widget, stretch) in enumerate(widgets):
        split.addWidget(widget)
        split.setStretchFactor(place, stretch)
    return split
