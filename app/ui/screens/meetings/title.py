"""The title of a meeting, to be read as a heading and typed over in place."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from app.domain.errors import AideError
from app.planning.verbs.entries import edit_entry
from app.planning.views.entry import EntryDetail
from app.ui.desk import Desk
from app.ui.theme.fonts import SEMIBOLD, TITLE_PX, ui_font
from app.ui.theme.style import restyle
from app.ui.widgets.line import Line
from app.ui.widgets.plain import set_tip
from app.ui.widgets.retyping import retrievable
from app.wording import _
from app.wording.errors import sentence

_LEAST_PX = 120
_SIDES_PX = 24


class TitleLine(Line):
    """A line that looks like a title until the cursor stands in it; saved when it is left."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._entry: EntryDetail | None = None
        self.setProperty("role", "title")
        self.setFont(ui_font(TITLE_PX, SEMIBOLD))
        self.setAccessibleName(_("Title of the meeting"))
        self.setReadOnly(desk.read_only)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)
        self.editingFinished.connect(self.leave)

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.text()) + _SIDES_PX
        return QSize(max(_LEAST_PX, wide), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, super().minimumSizeHint().height())

    def show_title(self, entry: EntryDetail) -> None:
        """Show the title of an entry; what is being typed stays."""
        before, self._entry = self._entry, entry
        if before is None or before.id != entry.id or self.text() == before.title:
            self._show()

    def begin(self) -> None:
        """Put the title under the cursor, to be typed over."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def clear(self) -> None:
        """Show nothing."""
        self._entry = None
        self.setText("")

    @Slot()
    def leave(self) -> None:
        """Save what was typed; refused, it stays and the reason is told."""
        entry = self._entry
        if entry is None or self._desk.read_only or self.text() == entry.title:
            return
        try:
            label = _("Rename “{title}”").format(title=entry.title)
            self._desk.do(label, partial(edit_entry, entry_id=entry.id, title=self.text()))
        except AideError as error:
            self._mark(sentence(error))
            self.told.emit(sentence(error), False)
        else:
            self._show()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self._entry and self.text() != self._entry.title:
            with retrievable(self):
                self._show()
            return
        super().keyPressEvent(event)

    def _show(self) -> None:
        assert self._entry is not None
        self.setText(self._entry.title)
        self._mark("")

    def _mark(self, wrong: str) -> None:
        self.setProperty("invalid", bool(wrong))
        self.setAccessibleDescription(wrong)
        set_tip(self, wrong or self.text())
        restyle(self)
