"""What a page that is read is made of: titled blocks of lines, some of them links."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.words import Marking
from app.ui.inspector.links import LinkButton
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import MutedLabel, PlainLabel, SectionLabel
from app.wording import _


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block: its words, a muted second line, and where it leads.

    Words that may be long are ``wrapped``, with a button behind them that leads there; short ones are a link.
    """

    words: str
    detail: str = ""
    tone: str = ""
    marking: Marking | None = None
    kind: str = ""
    row_id: str = ""
    wrapped: bool = False


class Block(QFrame):
    """A title with lines under it."""

    def __init__(self, title: str, none_words: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._none_words = none_words
        self._lines: tuple[Line, ...] | None = None
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(8)
        self._column.addWidget(SectionLabel(title))
        self._column.addStretch(1)

    def show_lines(
        self, lines: list[Line], names: tuple[str, ...], follow: Callable[[str, str], object]
    ) -> None:
        """Show these lines; ``names`` are the planner's of the markings, ``follow`` opens another row."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for line in lines:
            column.addWidget(_line(line, names, follow))
        if not lines:
            column.addWidget(MutedLabel(self._none_words, wrap=True))
        self._column.insertWidget(1, self._inside)


def _line(line: Line, names: tuple[str, ...], follow: Callable[[str, str], object]) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    head = QHBoxLayout()
    head.setSpacing(8)
    if line.kind and not line.wrapped:
        link = LinkButton(line.words)
        link.clicked.connect(lambda _on=False: follow(line.kind, line.row_id))
        head.addWidget(link, 1)
    else:
        head.addWidget(PlainLabel(line.words, wrap=True, tone=line.tone), 1)
    if line.marking is not None and line.marking > Marking.OFFICIAL_USE:
        head.addWidget(MarkingBadge(int(line.marking), names[line.marking]), 0, Qt.AlignmentFlag.AlignTop)
    if line.kind and line.wrapped:
        show = IconButton(
            "arrow-right", _("Open “{title}”").format(title=line.words), tone="muted", small=True
        )
        show.clicked.connect(lambda _on=False: follow(line.kind, line.row_id))
        head.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(head)
    if line.detail:
        column.addWidget(MutedLabel(line.detail, wrap=True))
    return widget
