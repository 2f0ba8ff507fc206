"""Which way is shown: chosen from all that are driven, or the one before or after."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.planning.views.motorcade import Motorcade, Way
from app.ui.forms.words import QuietBox
from app.ui.screens.logistics.words import way_name
from app.ui.widgets.buttons import IconButton
from app.wording import _, ngettext


class WayChoice(QObject):
    """A box and the two buttons beside it; ``chosen`` carries the id of the entry."""

    chosen = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.box = QuietBox()
        self.box.setAccessibleName(_("Way"))
        self.box.activated.connect(self._choose)
        self.before = IconButton("chevron-left", _("Way before"))
        self.after = IconButton("chevron-right", _("Way after"))
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)

    def fill(self, ways: Sequence[Way], shown: Motorcade | None) -> None:
        """Offer these ways, and what is shown, though it be none of them."""
        self.box.clear()
        for way in ways:
            cars = ngettext("{count} car", "{count} cars", way.cars).format(count=way.cars)
            self.box.addItem(f"{way_name(way)}  ({cars})" if way.cars else way_name(way), way.id)
        if shown is not None and self.box.findData(shown.entry_id) < 0:
            self.box.addItem(way_name(shown), shown.entry_id)
        at = self.box.findData("" if shown is None else shown.entry_id)
        self.box.setCurrentIndex(at)
        self.before.setEnabled(at > 0)
        self.after.setEnabled(0 <= at < self.box.count() - 1)
        self.box.setEnabled(self.box.count() > 0)

    @Slot(int)
    def _choose(self, _at: int) -> None:
        self.chosen.emit(str(self.box.currentData() or ""))

    @Slot()
    def _go_back(self) -> None:
        self._step(-1)

    @Slot()
    def _go_on(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        at = self.box.currentIndex() + by
        if 0 <= at < self.box.count():
            self.chosen.emit(str(self.box.itemData(at)))
