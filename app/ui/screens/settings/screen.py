"""The settings: those of the planner that is open, and those of this computer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.screens.settings.machine import BackupsCard, PaperCard, ScreenCard
from app.ui.screens.settings.planner import HomeZoneCard, MarkingsCard
from app.ui.showing import Showing
from app.ui.widgets.labels import SectionLabel, TitleLabel
from app.ui.widgets.tuning import scrolled
from app.wording import _

HEADER_PX = 48


class SettingsScreen(QWidget):
    """``told`` carries a sentence, and whether undo takes back what it tells."""

    told = Signal(str, bool)

    def __init__(
        self, desk: Desk, preferences: Preferences, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.home = HomeZoneCard(desk)
        self.markings = MarkingsCard(desk)
        self.screen_ = ScreenCard(preferences)
        self.paper = PaperCard(preferences)
        self.backups = BackupsCard(preferences, chooser)
        self.markings.told.connect(self.told)
        self._lay_out()
        self._showing = Showing(self, desk, self._show_planner, ("setting",))
        self._showing.told.connect(self.told)

    def _lay_out(self) -> None:
        header = QFrame()
        header.setProperty("role", "ground")
        header.setFixedHeight(HEADER_PX)
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(TitleLabel(_("Settings")))
        row.addStretch(1)
        rule = QFrame()
        rule.setProperty("role", "rule")
        inner = QFrame()
        inner.setProperty("role", "ground")
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(16, 16, 16, 16)
        cards.setSpacing(12)
        for title, parts in (
            (_("This planner"), (self.home, self.markings)),
            (_("This computer"), (self.screen_, self.paper, self.backups)),
        ):
            cards.addWidget(SectionLabel(title))
            for part in parts:
                cards.addWidget(part)
            cards.addSpacing(4)
        cards.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        scrolled(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(rule)
        column.addWidget(scroll, 1)

    def leave(self) -> None:
        """Save the zone that is being typed; names of markings wait for their button."""
        self.home.save()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.screen_.refresh()
        self.paper.refresh()
        self.backups.refresh()

    def _show_planner(self, _changed: Changed | None) -> None:
        self.home.refresh()
        self.markings.refresh()
