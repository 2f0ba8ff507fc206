"""One topic on a page of its own."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.planning.views.topics import TopicDetail
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.inspector.topic import TopicInspector
from app.ui.preferences import Preferences
from app.ui.screens.topics.dossier import DossierView
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import PlainLabel, TitleLabel
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _
from app.wording.short import short

HEADER_PX = 48
_EDGES_PX = (16, 14, 16, 20)


class WideTopic(TopicInspector):
    """All fields of a topic over the whole width of the room; its ``head`` stands in the page's."""

    def __init__(self, desk: Desk, files: FileChooser | None) -> None:
        super().__init__(desk, None, files)
        for part, edges in ((self.head, (0, 0, 0, 0)), (self.sheet, _EDGES_PX)):
            layout = part.layout()
            assert layout is not None
            layout.setContentsMargins(*edges)

    def is_wide(self) -> bool:
        return True

    def make_head(self) -> PlainLabel:
        return TitleLabel(elide=True)

    def heading(self, detail: TopicDetail) -> str:
        return short(detail.title)

    def page(self) -> tuple[str, str]:
        return "", ""  # this is it


class TopicPage(QWidget):
    """The page of one topic: its fields, or its dossier. ``back_wanted`` leads to all topics."""

    told = Signal(str, bool)
    go = Signal(str, str)
    back_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        files: FileChooser | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.back = IconButton("chevron-left", _("All topics (Alt+Left)"))
        self.body = WideTopic(desk, files)
        self.dossier = DossierView(desk, preferences, files or FileChooser())
        choices = (("topic", _("Topic")), ("dossier", _("Dossier")))
        self.switch = SegmentedControl(choices, _("What is shown of the topic"))
        self._parts: dict[str, WideTopic | DossierView] = {"topic": self.body, "dossier": self.dossier}
        self._stack = QStackedWidget()
        for part in self._parts.values():
            self._stack.addWidget(part)
        header = QFrame()
        header.setProperty("role", "ground")
        header.setFixedHeight(HEADER_PX)
        row = QHBoxLayout(header)
        row.setContentsMargins(8, 0, 16, 0)
        row.addWidget(self.back)
        row.addWidget(self.body.head, 1)
        row.addWidget(self.dossier.printer.button)
        row.addWidget(self.switch)
        rule = QFrame()
        rule.setProperty("role", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(rule)
        column.addWidget(self._stack, 1)
        self.dossier.printer.button.hide()  # it prints what is not in view yet
        shortcut = QShortcut(QKeySequence("Alt+Left"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.back_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.switch.selected.connect(self.show_part)
        for part in self._parts.values():
            part.told.connect(self.told)
            part.go.connect(self.go)

    @property
    def topic_id(self) -> str:
        """The id of the topic shown; nothing where none is, or where it is gone."""
        return self.body.row_id()

    def show_topic(self, topic_id: str) -> bool:
        """Show a topic, or none; return whether there is one."""
        self.body.show_row(topic_id)
        self.dossier.show_topic(self.topic_id)
        return bool(self.topic_id)

    @Slot(str)
    def show_part(self, part: str) -> None:
        """Show the fields of the topic (``topic``) or its ``dossier``."""
        self.leave()
        self.switch.select(part)
        self._stack.setCurrentWidget(self._parts[part])
        self.dossier.printer.button.setVisible(part == "dossier")

    def take_keys(self) -> None:
        """Let the keys go to what stands first on the part in view; nothing is marked to be typed over."""
        shown = self._parts[self.switch.current()]
        first = shown if isinstance(shown, DossierView) else shown.sheet.fields()[0].stops()[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Put the title under the cursor, to be typed over."""
        self.show_part("topic")
        self.body.begin()

    def leave(self) -> None:
        """Save what is unfinished."""
        self.body.leave()
