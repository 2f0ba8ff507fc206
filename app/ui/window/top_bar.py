"""The bar at the top: where one is, undo, export, and the menu."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.ui.edge import Edge
from app.ui.theme.fonts import SEMIBOLD, ui_font
from app.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.ui.window.search_field import SearchField
from app.wording import _

HEIGHT_PX = 44
_ICON_BUTTON_PX = 28


class TopBar(QFrame):
    """Names the room and the visit; holds the buttons that are of use in every room."""

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFixedHeight(HEIGHT_PX)
        self._room = PlainLabel()
        self._room.setFont(ui_font(weight=SEMIBOLD))
        self._visit = MutedLabel(elide=True)
        self.undo = PlainButton(_("Undo"), icon_name="undo")
        self.redo = PlainButton(_("Redo"), icon_name="redo")
        self.inspector = IconButton("panel-right", _("Inspector"))
        self.inspector.setCheckable(True)
        self.menu = IconButton("ellipsis", _("Menu"))
        self.menu.setMenu(menu)
        self.menu.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.export = PrimaryButton(_("Export"), icon_name="export")
        self.search = SearchField(QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText))
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._room)
        row.addWidget(self._visit, 1)
        row.addWidget(self.search, 2)
        row.addStretch(1)
        for icon in (self.inspector, self.menu):
            icon.setFixedSize(_ICON_BUTTON_PX, _ICON_BUTTON_PX)
        for button in (self.undo, self.redo, self.inspector, self.menu, self.export):
            # Aligned, the buttons leave the row its height, and the line below its place.
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(Edge(Qt.Orientation.Horizontal))

    def show_place(self, room: str, visit: str) -> None:
        """Say which room of which visit is in view."""
        self._room.setText(room)
        self._visit.setText(visit)
