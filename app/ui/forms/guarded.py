"""A field of words that have a marking of their own, written beside its name."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.domain.errors import AideError
from app.domain.words import Marking
from app.planning.settings import marking_names
from app.planning.workspace import Changed
from app.ui.forms.long_text import LongField, PlainText
from app.ui.forms.record import Record
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.plain import literal
from app.wording import _


class GuardedField(LongField):
    """Running text whose marking stands in the column ``{column}_marking``, or in ``marked_by``."""

    def __init__(
        self,
        record: Record,
        column: str,
        label: str,
        editor: PlainText | None = None,
        *,
        marked_by: str = "",
    ) -> None:
        super().__init__(record, column, label, editor)
        self._marked_by = marked_by or f"{column}_marking"
        self._names: tuple[str, ...] = record.desk.ask(marking_names)
        self.badge = MarkingBadge(0, self._names[0])
        self.choose = IconButton(
            "chevron-down", _("Marking of “{field}”").format(field=label), tone="muted", small=True
        )
        self.choose.clicked.connect(self._offer)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._column.removeWidget(self._label)
        row.addWidget(self._label)
        row.addWidget(self.badge)
        row.addWidget(self.choose)
        row.addStretch(1)
        self._column.insertLayout(0, row)
        record.desk.changed.connect(self._on_changed)

    def open(self, detail: Any, unfinished: Mapping[str, str]) -> None:
        super().open(detail, unfinished)
        self._mark(detail)

    def fill(self, detail: Any) -> None:
        super().fill(detail)
        self._mark(detail)

    def stops(self) -> list[QWidget]:
        return [self.choose, *super().stops()]

    def set_read_only(self, *, read_only: bool) -> None:
        super().set_read_only(read_only=read_only)
        self.choose.setVisible(not read_only)

    def make_menu(self) -> QMenu:
        """Return the menu of the markings; it deletes itself when it is closed."""
        menu = QMenu(self)
        present = getattr(self._record.shown, self._marked_by)
        for marking, name in zip(Marking, self._names, strict=True):
            action = menu.addAction(literal(name))
            action.setCheckable(True)
            action.setChecked(marking is present)
            action.setData(int(marking))
        menu.triggered.connect(self._on_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _mark(self, detail: Any) -> None:
        marking = getattr(detail, self._marked_by)
        self.badge.set_marking(int(marking), self._names[marking])
        self.choose.setAccessibleDescription(self._names[marking])

    @Slot()
    def _offer(self) -> None:
        if not self._record.idle:
            self.make_menu().popup(self.choose.mapToGlobal(QPoint(0, self.choose.height())))
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        self.leave()  # what is typed is a step of its own
        try:
            self._record.edit(self._marked_by, **{self._marked_by: Marking(int(action.data()))})
        except AideError as error:
            self.set_fault(error)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("setting"):
            self._names = self._record.desk.ask(marking_names)
            if not self._record.idle:
                self._mark(self._record.shown)
