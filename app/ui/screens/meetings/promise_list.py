"""The actions that came of a meeting, each a link to it, with who owes it by when under its words."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.planning.views.promised import Promised
from app.ui.inspector.links import LinkButton
from app.ui.screens.meetings.run_words import promised
from app.ui.widgets.emptying import empty
from app.ui.widgets.labels import MutedLabel


class PromiseList(QWidget):
    """Links one under another; ``wanted`` carries the id of an action."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Promised, ...] = ()
        self._links: list[LinkButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def show_promises(self, promises: tuple[Promised, ...]) -> bool:
        """Show these; tell whether others stood here before."""
        if promises == self._shown:
            return False
        self._shown = promises
        empty(self._column)
        self._links = [self._put(promise) for promise in promises]
        self.setVisible(bool(promises))
        return True

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self._links]

    def _put(self, promise: Promised) -> LinkButton:
        link = LinkButton(" ".join(promise.text.split()))
        link.clicked.connect(partial(self.wanted.emit, promise.id))
        below = MutedLabel(promised(promise), elide=True)
        below.setContentsMargins(4, 0, 0, 4)
        for widget in (link, below):
            self._column.addWidget(widget)
            widget.show()
        return link
