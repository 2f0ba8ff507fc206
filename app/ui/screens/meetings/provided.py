"""What is provided for a meeting: its interpreters, the gifts given and received, the files it needs."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.verbs.gifts import create_gift
from app.planning.verbs.interpreters import create_interpreter_booking
from app.planning.views.logistics import GiftRow, InterpreterRow, entry_gifts, entry_interpreters
from app.planning.views.meeting import Meeting
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.inspector.editing import Editing
from app.ui.inspector.entering import EnterLine
from app.ui.inspector.files_panel import FilesPanel, of_entry
from app.ui.inspector.links import LinkButton
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.emptying import empty
from app.ui.widgets.labels import MutedLabel, SectionLabel, TitleLabel
from app.wording import _
from app.wording.errors import sentence
from app.wording.interpreters import also_at, booked
from app.wording.names import word_name
from app.wording.short import short


class ProvidedCard(QFrame):
    """Interpreters, gifts and files of one meeting; each can be added here and leads to its fields.

    ``wanted`` carries kind and id of a row whose fields are to be shown beside the page, ``created`` those
    of one just made, whose fields are to be typed next; ``go`` those of a file to be opened in its room.
    """

    told = Signal(str, bool)
    wanted = Signal(str, str)
    created = Signal(str, str)
    go = Signal(str, str)

    def __init__(self, desk: Desk, chooser: FileChooser) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self._editing = Editing(desk, self)
        self._shown: tuple[Sequence[InterpreterRow], Sequence[GiftRow]] | None = None
        self.interpreters, self.gifts = _Lines(), _Lines()
        self.book = PlainButton(_("Book an interpreter"), icon_name="plus")
        self.gift = EnterLine(self._editing, "new_gift", _("Add a gift"), self._add_gift)
        self.files = FilesPanel(desk, of_entry(), chooser)
        self._lay_out()
        self.book.setVisible(not desk.read_only)
        self.book.clicked.connect(self._book)
        for part in (self.interpreters, self.gifts):
            part.wanted.connect(self.wanted)
        self.files.told.connect(self.told)
        self.files.go.connect(self.go)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addWidget(TitleLabel(_("Interpreters, gifts and files"), small=True))
        for title, parts in (
            (_("Interpreters"), (self.interpreters, self.book)),
            (_("Gifts"), (self.gifts, self.gift)),
            (_("Files"), (self.files,)),
        ):
            column.addWidget(SectionLabel(title))
            for part in parts:
                alone = isinstance(part, PlainButton)
                align = Qt.AlignmentFlag.AlignLeft if alone else Qt.AlignmentFlag(0)
                column.addWidget(part, 0, align)

    def show_provided(self, meeting: Meeting) -> None:
        """Show what is provided for a meeting.

        Raises:
            DataError: the planner cannot be read.
        """
        entry = meeting.entry
        other = entry.id != self._editing.row_id
        if other:
            self.leave()
        self._editing.take(entry)
        if other:
            self.gift.open(self._editing.unfinished(entry.id))
        booked, gifts = self._desk.ask(entry_interpreters, entry.id), self._desk.ask(entry_gifts, entry.id)
        self.files.show_files(entry.id)
        if (booked, gifts) == self._shown:
            return
        self._shown = (booked, gifts)
        self.interpreters.show_lines(_("No interpreter is booked."), [_interpreter(row) for row in booked])
        self.gifts.show_lines(_("No gift is noted."), [_gift(row) for row in gifts])

    def booked(self) -> tuple[InterpreterRow, ...]:
        """Return the bookings that are shown."""
        return tuple(self._shown[0]) if self._shown else ()

    def stop_of_interpreters(self) -> QWidget:
        """Return where the keys go for the interpreters: to the first of them, or to what books one."""
        return next(iter(self.interpreters.stops()), self.book)

    def noted(self) -> tuple[GiftRow, ...]:
        """Return the gifts that are shown."""
        return tuple(self._shown[1]) if self._shown else ()

    def leave(self) -> None:
        """Save what is being typed."""
        self.gift.leave()

    def clear(self) -> None:
        """Show no meeting."""
        self._editing.take(None)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self.interpreters.stops(), self.book, *self.gifts.stops(), self.gift, *self.files.stops()]

    @Slot()
    def _book(self) -> None:
        if self._editing.idle:
            return
        entry = self._editing.entry
        label = _("Book an interpreter for “{title}”").format(title=short(entry.title))
        try:
            made = self._desk.do(label, create_interpreter_booking, entry.id)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.created.emit("interpreter_booking", made)

    def _add_gift(self, text: str) -> None:
        entry = self._editing.entry
        label = _("Add a gift to “{title}”").format(title=short(entry.title))
        host = entry.host_organisation_id
        verb = partial(create_gift, description=text, entry_id=entry.id, organisation_id=host)
        self._desk.do(label, verb, entry.visit_id)


class _Line(NamedTuple):
    """What a line says: of which row, its words, what stands under them and in which tone."""

    kind: str
    row_id: str
    words: str
    below: str
    tone: str = "muted"


class _Lines(QWidget):
    """Links to rows, each with a line under it; ``wanted`` carries kind and id of the one clicked."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._links: list[LinkButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_lines(self, none_words: str, lines: Sequence[_Line]) -> None:
        """Show these lines, or the words for that there are none."""
        empty(self._column)
        self._links = []
        for line in lines:
            link = LinkButton(line.words)
            link.setAccessibleDescription(line.below)
            link.clicked.connect(partial(self.wanted.emit, line.kind, line.row_id))
            self._links.append(link)
            below = MutedLabel(line.below, wrap=True)
            below.set_tone(line.tone)
            below.setContentsMargins(4, 0, 0, 4)
            self._put(link)
            self._put(below)
        if not lines:
            self._put(MutedLabel(none_words, wrap=True))

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self._links]

    def _put(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()  # now, not with the next events: else what is below is squeezed for a blink


def _interpreter(row: InterpreterRow) -> _Line:
    what = booked(row.from_language, row.to_language, row.mode, row.hours)
    sent = _("documents sent") if row.documents_sent else _("documents not sent")
    below = " · ".join(part for part in (what, sent, also_at(row.also_at)) if part)
    tone = "bad" if row.also_at else "muted"
    return _Line("interpreter_booking", row.id, row.member or _("Nobody yet"), below, tone)


def _gift(row: GiftRow) -> _Line:
    value = f"{row.value:,.2f} {row.currency}".strip() if row.value is not None else ""
    ends = " → ".join(part for part in (row.giver, row.receiver or row.organisation) if part)
    parts = (word_name(row.direction), ends, value, row.custody)
    return _Line("gift", row.id, row.description, " · ".join(part for part in parts if part))
