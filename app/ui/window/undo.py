"""Undo and redo as the window offers them: always with the name of the step."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton

from app.domain.errors import AideError
from app.planning.workspace import StepName
from app.ui.desk import Desk
from app.ui.widgets.plain import literal, set_tip
from app.wording import _


class UndoSwitch(QObject):
    """Keeps two actions and their buttons in step with what the desk can undo and redo.

    ``told`` carries what was undone or redone.
    """

    told = Signal(str)

    def __init__(
        self, desk: Desk, undo: tuple[QAction, QAbstractButton], redo: tuple[QAction, QAbstractButton]
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._undo, self._redo = undo, redo
        undo[1].clicked.connect(undo[0].trigger)
        redo[1].clicked.connect(redo[0].trigger)
        undo[0].triggered.connect(self.undo)
        redo[0].triggered.connect(self.redo)
        desk.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def undo(self) -> None:
        """Take the newest step back."""
        step = self._desk.undo()
        if step is not None:
            self.told.emit(_("Undone: {step}").format(step=step.label))

    @Slot()
    def redo(self) -> None:
        """Bring the step undone last again."""
        step = self._desk.redo()
        if step is not None:
            self.told.emit(_("Redone: {step}").format(step=step.label))

    @Slot()
    def refresh(self) -> None:
        """Ask what can be undone and redone now."""
        try:
            undo, redo = self._desk.next_undo(), self._desk.next_redo()
        except AideError:
            undo = redo = None
        self._name(self._undo, _("Undo"), _("Undo: {step}"), undo)
        self._name(self._redo, _("Redo"), _("Redo: {step}"), redo)

    def _name(
        self, pair: tuple[QAction, QAbstractButton], bare: str, named: str, step: StepName | None
    ) -> None:
        action, button = pair
        words = named.format(step=step.label) if step else bare
        action.setText(literal(words))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        set_tip(button, f"{words} ({keys})" if step else "")
        button.setAccessibleDescription(words if step else "")
        for control in (action, button):
            control.setEnabled(step is not None and not self._desk.read_only)
