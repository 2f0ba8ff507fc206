"""Which of two times is meant: where the clocks skip an hour, or show it twice."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.screens.programme.board.asking import Offer, Question
from app.ui.screens.programme.panels.over import OverPanel
from app.ui.widgets.buttons import PlainButton, PrimaryButton
from app.ui.widgets.labels import PlainLabel
from app.wording import _


class WhichTime(OverPanel):
    """Offers both times; nothing is done until one is chosen. The earlier has the keys.

    It stands low: clocks are changed at night, and the night is what must be seen meanwhile.
    """

    def __init__(self, host: QWidget, question: Question) -> None:
        super().__init__(host, _("Which time is meant?"), low=True)
        self.setAccessibleDescription(question.words)
        self.shut_button.set_words(_("Leave it as it was"))
        self.body.addWidget(PlainLabel(question.words, wrap=True))
        self.offers: list[PlainButton] = []
        for number, offer in enumerate(question.offers):
            button = PlainButton(offer.words) if number else PrimaryButton(offer.words)
            button.clicked.connect(partial(self._take, offer))
            button.setAutoDefault(True)
            self.buttons.insertWidget(number, button, 0, Qt.AlignmentFlag.AlignLeft)
            self.offers.append(button)

    def first_stop(self) -> QWidget:
        return self.offers[0]

    def _take(self, offer: Offer, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.shut()
        offer.take()
