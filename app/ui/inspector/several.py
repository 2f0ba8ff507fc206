"""Filling a side of an entry in one step: with all who are known of its host, or the whole delegation."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu

from app.domain.errors import AideError
from app.domain.words import Side
from app.planning.views.side_offers import SideOffer, side_offers
from app.ui.inspector.editing import Editing
from app.ui.inspector.side_words import nobody_offered, offered
from app.ui.widgets.chip import Chip
from app.ui.widgets.plain import literal
from app.wording import _
from app.wording.names import word_name


class SeveralChip(Chip):
    """Offers whom the side can be given: ``chosen`` carries a :class:`SideOffer`, ``refused`` an error."""

    chosen = Signal(object)
    refused = Signal(object)

    def __init__(self, editing: Editing, side: Side) -> None:
        super().__init__(_("Several …"), tone="soft", icon_name="users")
        self._editing = editing
        self._side = side
        self.setAccessibleName(_("{side}: add several together").format(side=word_name(side)))
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        if self._editing.idle:
            return
        try:
            offers = self._editing.desk.ask(side_offers, self._editing.entry.id, self._side)
        except AideError as error:
            self.refused.emit(error)
            return
        menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        for offer in offers:
            menu.addAction(literal(offered(offer))).triggered.connect(partial(self._choose, offer))
        if not offers:
            menu.addAction(literal(nobody_offered(self._side))).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, offer: SideOffer, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt tells it
        self.chosen.emit(offer)
