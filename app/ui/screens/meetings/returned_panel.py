"""A brief that came back, before it is taken: what would change by section, and what has no place."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.domain.returned import AGENDA, ReturnedBrief, Stray
from app.domain.returning_rows import ChangeKind, SectionChange
from app.domain.words import Marking
from app.planning.returning import brief_changes
from app.planning.verbs.returning import take_brief
from app.planning.views.meeting import Meeting
from app.ui.desk import Desk
from app.ui.screens.meetings.returned_section import ReturnedSection
from app.ui.screens.meetings.returned_words import titles
from app.ui.theme.fonts import SEMIBOLD, ui_font
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from app.ui.widgets.labels import MutedLabel, PlainLabel, SectionLabel
from app.wording import _
from app.wording.errors import sentence


class ReturnedPanel(QFrame):
    """Hidden until a file was read.

    ``closed`` tells that it is hidden again, ``reordered`` that other widgets stand here now; ``told`` as
    every screen's.
    """

    told = Signal(str, bool)
    reordered = Signal()
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setAccessibleName(_("The brief that came back"))
        self._desk = desk
        self._meeting: Meeting | None = None
        self._markings: tuple[str, ...] = ()
        self._returned: ReturnedBrief | None = None
        self._shown: tuple[SectionChange, ...] | None = None
        self._names: Mapping[str, str] = {}
        self._body: QWidget | None = None
        self.sections: dict[str, ReturnedSection] = {}
        self.title = PlainLabel("", elide=True)
        self.title.setFont(ui_font(weight=SEMIBOLD))
        self.cross = IconButton("x", _("Leave the file as it is"))
        self.error = PlainLabel("", wrap=True, tone="bad")
        self.take = PrimaryButton(_("Take what is ticked"), icon_name="check")
        self.leave = PlainButton(_("Leave it"))
        self.cross.clicked.connect(self._on_closed)
        self.leave.clicked.connect(self._on_closed)
        self.take.clicked.connect(self._take)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.cross)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.error, 1)
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 12)
        self._column.setSpacing(10)
        self._column.addLayout(head)
        self._column.addLayout(foot)

    def stops(self) -> list[QWidget]:
        """Return what the tabulator stops at, in order."""
        inside = [stop for section in self.sections.values() for stop in section.stops()]
        return [self.cross, *inside, self.leave, self.take]

    def show_file(self, name: str, returned: ReturnedBrief) -> None:
        """Show what a file would change in the brief of the meeting in view.

        Raises:
            PlanningError: ``brief_of_another_meeting``.
        """
        assert self._meeting is not None
        changes = self._desk.ask(brief_changes, self._meeting.entry.id, returned)
        self._returned, self._shown = returned, None
        self.title.setText(_("What came back in {name}").format(name=name))
        self._show(changes)
        self.show()

    def refresh(self, meeting: Meeting, markings: tuple[str, ...]) -> None:
        """Take note of the meeting in view, and show again what the file would change now."""
        self._meeting, self._markings = meeting, markings
        if self._returned is None:
            return
        try:
            self._show(self._desk.ask(brief_changes, meeting.entry.id, self._returned))
        except AideError as error:
            self.error.setText(sentence(error))

    def close_file(self) -> None:
        """Show nothing."""
        self._returned = self._shown = None
        self._clear()
        self.hide()

    @Slot()
    def _on_closed(self) -> None:
        self.close_file()
        self.closed.emit()

    def _clear(self) -> None:
        self.error.setText("")
        self.sections.clear()
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None

    def _show(self, changes: tuple[SectionChange, ...]) -> None:
        if changes == self._shown or self._returned is None:
            return
        unticked = None if self._shown is None else self._left()
        self._clear()
        self._shown = changes
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._names = titles(changes)
        for change in changes:
            if change.any:
                section = ReturnedSection(change, self._names, self._badge, unticked)
                section.changed.connect(self._settle)
                self.sections[change.section] = section
                column.addWidget(section)
        if not self.sections:
            column.addWidget(PlainLabel(_("Nothing in it differs from the brief as it is here."), wrap=True))
        if self._returned.tracked:
            words = _("It holds tracked changes: they are shown as if all of them were accepted.")
            column.addWidget(PlainLabel(words, wrap=True, tone="muted"))
        if self._returned.strays:
            column.addWidget(_strays(self._returned.strays))
        self._column.insertWidget(1, self._body)
        self._settle()
        self.reordered.emit()

    def _left(self) -> set[str]:
        return {key for section in self.sections.values() for key in section.left()}

    @Slot()
    def _settle(self) -> None:
        """Let nothing be taken where nothing is ticked, nor what stands under an item that is left."""
        agenda = self.sections.get(AGENDA)
        new = (
            {each.key for each in agenda.section.changes if each.kind is ChangeKind.NEW} if agenda else set()
        )
        left = self._left() & new
        for name, section in self.sections.items():
            section.setEnabled(name not in left)
        self.take.setVisible(bool(self.sections) and not self._desk.read_only)
        self.take.setEnabled(any(section.any_ticked for section in self.sections.values()))

    def _badge(self, marking: Marking) -> MarkingBadge:
        return MarkingBadge(int(marking), self._markings[marking])

    @Slot()
    def _take(self) -> None:
        chosen = [name for name, section in self.sections.items() if section.any_ticked]
        if self._meeting is None or self._returned is None or not chosen:
            return
        entry, returned = self._meeting.entry, self._returned
        label = _("Take what came back for the brief of “{title}”").format(title=entry.title)
        names = ", ".join(self._names[name] for name in chosen)
        try:
            self._desk.do(label, partial(take_brief, entry_id=entry.id, returned=returned, left=self._left()))
        except AideError as error:
            self.error.setText(sentence(error))
            return
        self.told.emit(_("Taken from the file: {sections}.").format(sections=names), True)
        if not returned.strays and not self.sections:
            self._on_closed()


def _strays(strays: Sequence[Stray]) -> QWidget:
    """Return what belongs to no section, to be looked at and copied from."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(6)
    column.addWidget(SectionLabel(_("Stands in no section, and is not taken")))
    for stray in strays:
        words = PlainLabel(stray.text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if stray.under:
            column.addWidget(MutedLabel(stray.under, elide=True))
        column.addWidget(words)
    return whole
