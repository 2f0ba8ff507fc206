"""Links to other rows, one under another."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.plain import literal, set_tip

_SIDES_PX = 4
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Link(NamedTuple):
    """Where a link leads, and what it says."""

    kind: str
    row_id: str
    words: str


class Links(QWidget):
    """A list of links; ``wanted`` carries the kind and id of the one clicked."""

    wanted = Signal(str, str)

    def __init__(self, none_words: str) -> None:
        super().__init__()
        self._links: tuple[Link, ...] | None = None
        self._buttons: list[LinkButton] = []
        self._none = MutedLabel(none_words, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._none)

    def show_links(self, links: Sequence[Link]) -> bool:
        """Show these links; tell whether they are others than before."""
        if tuple(links) == self._links:
            return False
        self._links = tuple(links)
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [LinkButton(link.words) for link in links]
        for button, link in zip(self._buttons, links, strict=True):
            button.clicked.connect(partial(self.wanted.emit, link.kind, link.row_id))
            self._column.addWidget(button)
        self._none.setVisible(not links)
        return True

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self._buttons]


class LinkButton(PlainButton):
    """A link that ends in dots where there is too little room. Enter follows it, as Space does."""

    def __init__(self, words: str) -> None:
        super().__init__(words, role="link")
        self.setProperty("listed", "True")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _ENTER:
            self.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        room = self.width() - _SIDES_PX
        shown = self.fontMetrics().elidedText(self.words(), Qt.TextElideMode.ElideRight, room)
        self.setText(literal(shown))
        set_tip(self, "" if shown == self.words() else self.words())
