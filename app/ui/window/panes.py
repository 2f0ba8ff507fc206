"""Navigation, work and inspector side by side, and how they make room for each other.

From 1280 pixels up, all three stand beside each other and can be dragged. Below, the inspector becomes a
drawer over the work; below 1100 the navigation folds to icons.
"""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.ui.edge import Edge
from app.ui.stops import first_stop
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import PlainLabel
from app.ui.window.navigation import FOLDED_PX, Navigation
from app.ui.window.navigation import WIDTH_PX as NAVIGATION_PX
from app.wording import _

INSPECTOR_PX = 348
DRAWER_BELOW_PX = 1280
FOLD_BELOW_PX = 1100
_LEAST_INSPECTOR_PX = 280
_MOST_INSPECTOR_PX = 560
_LEAST_WORK_PX = 480


class Panes(QWidget):
    """The three panes. ``inspector_shown`` tells when the inspector comes and goes."""

    inspector_shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = True  # beside the work, where there is room
        self._pulled = False  # as a drawer
        self._useful = True  # the room in view has something to inspect
        self._navigation_px = NAVIGATION_PX
        self._inspector_px = INSPECTOR_PX
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.navigation = Navigation(self.splitter)
        self.holder = Holder(self)
        self.holder.close_button.clicked.connect(self.hide_inspector)
        self.splitter.splitterMoved.connect(self._remember_widths)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)

    def set_work(self, work: QWidget) -> None:
        """Put the work between navigation and inspector; its parent is the ``splitter``."""
        work.setMinimumWidth(_LEAST_WORK_PX)
        self.splitter.addWidget(work)
        self.splitter.addWidget(self.holder)
        for index, stretch in enumerate((0, 1, 0)):
            self.splitter.setStretchFactor(index, stretch)

    @property
    def is_drawer(self) -> bool:
        """Whether the inspector lies over the work."""
        return self.width() < DRAWER_BELOW_PX

    @property
    def is_folded(self) -> bool:
        """Whether the navigation shows icons alone."""
        return self.width() < FOLD_BELOW_PX

    def widths(self) -> tuple[int, int]:
        """Return how wide navigation and inspector were dragged."""
        return self._navigation_px, self._inspector_px

    def set_widths(self, navigation: int, inspector: int) -> None:
        """Drag navigation and inspector to these widths; 0 stands for the usual one."""
        self._navigation_px = navigation or NAVIGATION_PX
        self._inspector_px = inspector or INSPECTOR_PX
        self._arrange()

    def set_inspector(self, inspector: QWidget) -> None:
        """Put the inspector in."""
        self.holder.hold(inspector)

    def set_inspector_useful(self, *, useful: bool) -> None:
        """Say whether the room in view has anything to inspect."""
        self._useful = useful
        self._pulled = False
        self._arrange()

    def set_inspector_wanted(self, *, wanted: bool) -> None:
        """Say whether the inspector stands beside the work where there is room."""
        self._wanted = wanted
        self._arrange()

    @property
    def inspector_wanted(self) -> bool:
        """Whether the inspector stands beside the work where there is room."""
        return self._wanted

    def inspector_is_shown(self) -> bool:
        """Return whether the inspector can be seen now."""
        return not self.holder.isHidden()

    @Slot()
    def pull_drawer(self) -> None:
        """Bring the inspector over the work where there is no room beside it."""
        if self.is_drawer:
            self._pulled = True
            self._arrange()

    @Slot()
    def hide_inspector(self) -> None:
        """Take the inspector away: shut the drawer, or give its room to the work."""
        self.show_inspector(False)

    @Slot(bool)
    def show_inspector(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Show or hide the inspector, as drawer or beside the work."""
        if self.is_drawer:
            self._pulled = shown
        else:
            self._wanted = shown
        self._arrange()

    @Slot()
    def next_pane(self) -> None:
        """Give the keys to the next of navigation, work and inspector, in a circle."""
        self._step(1)

    @Slot()
    def previous_pane(self) -> None:
        """Give the keys to the one before."""
        self._step(-1)

    def _step(self, way: int) -> None:
        work = self.splitter.widget(1)
        panes = [pane for pane in (self.navigation, work, self.holder) if pane and pane.isVisible()]
        focused = self.window().focusWidget()
        here = next((at for at, pane in enumerate(panes) if focused and pane.isAncestorOf(focused)), -way)
        for step in range(1, len(panes) + 1):
            stop = first_stop(panes[(here + way * step) % len(panes)])
            if stop is not None:
                stop.setFocus(Qt.FocusReason.TabFocusReason if way > 0 else Qt.FocusReason.BacktabFocusReason)
                return

    @Slot(bool)
    def show_navigation(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Show or hide the navigation."""
        self.navigation.setVisible(shown)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_drawer and self._pulled:
            self.hide_inspector()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        before = self.inspector_is_shown()
        shown = self._useful and (self._pulled if self.is_drawer else self._wanted)
        self.navigation.set_folded(folded=self.is_folded)
        if not shown and self.holder.isAncestorOf(self.focusWidget() or self):
            # Hidden, the field could not be left: what was typed there is saved now.
            self.navigation.room_button("programme").setFocus()
        if self.is_drawer:
            self._as_drawer()
        else:
            self._pulled = False
            self._beside()
        self.holder.setVisible(shown)
        if shown and self.is_drawer:
            self.holder.raise_()
        self._share_out()
        if shown != before:
            self.inspector_shown.emit(shown)

    def _share_out(self) -> None:
        """Give navigation and inspector their widths, and the rest to the work."""
        first = FOLDED_PX if self.is_folded else self._navigation_px
        rest = self.width() - first
        if self.splitter.indexOf(self.holder) < 0:
            self.splitter.setSizes([first, rest])
        else:
            self.splitter.setSizes([first, rest - self._inspector_px, self._inspector_px])

    def _as_drawer(self) -> None:
        if self.splitter.indexOf(self.holder) >= 0:
            self.holder.setParent(self)
            self.holder.set_drawer(drawer=True)
        width = min(self._inspector_px, self.width() - FOLDED_PX)
        self.holder.setGeometry(QRect(self.width() - width, 0, width, self.height()))

    def _beside(self) -> None:
        if self.splitter.indexOf(self.holder) < 0:
            self.splitter.addWidget(self.holder)
            self.splitter.setStretchFactor(2, 0)
            self.holder.set_drawer(drawer=False)

    @Slot()
    def _remember_widths(self) -> None:
        sizes = self.splitter.sizes()
        if not self.is_folded and not self.navigation.isHidden():
            self._navigation_px = sizes[0]
        if not self.is_drawer and self.inspector_is_shown():
            self._inspector_px = sizes[2]


class Holder(QFrame):
    """What holds the inspector: a pane of the splitter, or a drawer with an edge and a cross."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setMinimumWidth(_LEAST_INSPECTOR_PX)
        self.setMaximumWidth(_MOST_INSPECTOR_PX)
        self.close_button = IconButton("x", _("Close the inspector"))
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(16, 6, 10, 0)
        bar.addStretch(1)
        bar.addWidget(self.close_button)
        self._edge = Edge()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._edge)
        row.addLayout(self._column, 1)
        words = _("Select a row to see and change it here.")
        self._waiting: PlainLabel | None = PlainLabel(words, wrap=True, tone="muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(self._waiting, 1)
        self.set_drawer(drawer=False)

    def hold(self, inspector: QWidget) -> None:
        """Show the inspector instead of what stands there until it is built."""
        if self._waiting is not None:
            self._waiting.hide()
            self._waiting.deleteLater()
            self._waiting = None
        self._column.addWidget(inspector, 1)
        inspector.show()

    def set_drawer(self, *, drawer: bool) -> None:
        """Show the edge and the cross of a drawer, or not."""
        self._bar.setVisible(drawer)
        self._edge.setVisible(drawer)
