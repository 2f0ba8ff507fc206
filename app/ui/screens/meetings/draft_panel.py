"""A draft that was made where something is written already: shown first, so that no word is lost."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.fonts import SEMIBOLD, ui_font
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import PlainLabel
from app.wording import _
from app.wording.minutes import Draft


class DraftPanel(QFrame):
    """Hidden until there is a draft; ``replaced`` and ``added`` carry the one that is wanted."""

    replaced = Signal(object)
    added = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setAccessibleName(name)
        self.draft: Draft | None = None
        title = PlainLabel(_("The draft, beside what is written already"), wrap=True)
        title.setFont(ui_font(weight=SEMIBOLD))
        self.words = PlainLabel("", wrap=True)
        self.add = PlainButton(_("Add what is new below"), icon_name="plus")
        self.replace = PlainButton(_("Put it in its place"), icon_name="pencil")
        self.cross = PlainButton(_("Leave it"))
        self.add.clicked.connect(self._add)
        self.replace.clicked.connect(self._replace)
        self.cross.clicked.connect(self.close_draft)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.add, self.replace, self.cross):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [self.add, self.replace, self.cross]

    def show_draft(self, draft: Draft) -> None:
        """Show a draft, to be taken or left."""
        self.draft = draft
        self.words.setText(draft.text)
        self.show()

    @Slot()
    def close_draft(self) -> None:
        """Show nothing."""
        self.draft = None
        self.hide()

    @Slot()
    def _add(self) -> None:
        draft = self.draft
        self.close_draft()
        self.added.emit(draft)

    @Slot()
    def _replace(self) -> None:
        draft = self.draft
        self.close_draft()
        self.replaced.emit(draft)
