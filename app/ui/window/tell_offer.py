"""What is offered after the programme has changed: to tell those whom the change concerns."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.errors import AideError
from app.ui.desk import Desk
from app.ui.widgets.toast import Toast
from app.wording import ngettext

PAUSE_MS = 300  # whom it concerns is read from the journal, once the change itself has been painted


class TellOffer(QObject):
    """Puts a button into the toast that tells of a step. ``wanted`` carries the number of that step.

    Nobody is to be told of a visit that is only a draft, nor of what they were told already.
    """

    wanted = Signal(int)

    def __init__(self, desk: Desk, toast: Toast) -> None:
        super().__init__(toast)
        self._desk = desk
        self._toast = toast
        self._step = 0
        self._words = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._offer)

    @Slot(str)
    def follow(self, words: str) -> None:
        """Find out whom the newest step concerns, and offer to tell them while its words are still shown."""
        with suppress(AideError):  # the change was told; that nobody could be counted need not be
            step = self._desk.next_undo()
            if step is not None:
                self._step, self._words = step.number, words
                self._pause.start()

    @Slot()
    def _offer(self) -> None:
        if not self._toast.shows(self._words):
            return
        with suppress(AideError):
            count = self._count()
            if count:
                words = ngettext("Tell {count} person", "Tell {count} people", count)
                self._toast.offer_more(words.format(count=count), self._want)

    def _count(self) -> int:
        from app.planning.views.telling import affected, to_tell_count

        visit_id = self._desk.visit_id
        if not visit_id or not self._desk.ask(to_tell_count, visit_id):
            return 0
        return sum(not row.is_told for row in self._desk.ask(affected, visit_id, self._step - 1))

    def _want(self) -> None:
        self.wanted.emit(self._step)
