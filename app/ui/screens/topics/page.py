"""One topic on a page of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.inspector.topic import TopicInspector
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.plain import set_tip
from app.wording import _

HEADER_PX = 48


class WideTopic(TopicInspector):
    """All fields of a topic over the whole width of the room."""

    def is_wide(self) -> bool:
        return True


class TopicPage(QWidget):
    """The page of one topic. ``back_wanted`` leads to all topics."""

    told = Signal(str, bool)
    go = Signal(str, str)
    back_wanted = Signal()

    def __init__(self, desk: Desk, files: FileChooser | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = PlainButton(_("All topics"), icon_name="chevron-left", role="quiet")
        set_tip(self.back, "Alt+Left")
        self.body = WideTopic(desk, None, files)
        header = QFrame()
        header.setProperty("role", "ground")
        header.setFixedHeight(HEADER_PX)
        row = QHBoxLayout(header)
        row.setContentsMargins(8, 0, 16, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        rule = QFrame()
        rule.setProperty("role", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(rule)
        column.addWidget(self.body, 1)
        shortcut = QShortcut(QKeySequence("Alt+Left"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.back_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.body.told.connect(self.told)
        self.body.go.connect(self.go)

    @property
    def topic_id(self) -> str:
        """The id of the topic shown; nothing where none is, or where it is gone."""
        return self.body.row_id()

    def show_topic(self, topic_id: str) -> bool:
        """Show a topic, or none; return whether there is one."""
        self.body.show_row(topic_id)
        return bool(self.topic_id)

    def begin(self) -> None:
        """Put the title under the cursor, to be typed over."""
        self.body.begin()

    def leave(self) -> None:
        """Save what is unfinished."""
        self.body.leave()
