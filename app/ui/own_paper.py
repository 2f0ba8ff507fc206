"""A button that makes one paper for our own side: it asks for whom and where, and makes it as a job."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from app.domain.release import Audience, AudienceKind
from app.ui.desk import Desk
from app.ui.files import FileChooser, FileKind
from app.ui.paper_maker import Order, PaperMaker
from app.ui.widgets.buttons import PlainButton
from app.wording import _

PRINT_KEY = "Ctrl+P"


class OwnPaper(PaperMaker):
    """``order`` gives for an audience what is to be made."""

    def __init__(
        self,
        desk: Desk,
        chooser: FileChooser,
        button: PlainButton,
        kind: FileKind,
        order: Callable[[Audience], Order],
    ) -> None:
        super().__init__(desk, chooser, button, kind)
        self._order = order
        self.button = button
        self.menu = QMenu(button)
        for audience, words in (
            (AudienceKind.DELEGATION, _("For the delegation …")),
            (AudienceKind.PRINCIPAL, _("For the principal …")),
        ):
            self.menu.addAction(words).triggered.connect(partial(self._save, Audience(audience)))
        button.setMenu(self.menu)
        button.setShortcut(QKeySequence(PRINT_KEY))
        self.busy.connect(button.setDisabled)

    def _save(self, audience: Audience, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt tells it
        self.make(partial(self._order, audience))
