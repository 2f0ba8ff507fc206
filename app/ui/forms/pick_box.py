"""The box in which a row is found by typing a part of its name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit

from app.domain.errors import AideError, PlanningError
from app.domain.folding import folded
from app.planning.views.visits import Choice
from app.ui.forms.hanging import HangingPicks
from app.ui.forms.picks import Picks, meant, spoken
from app.ui.theme.icons import icon
from app.ui.theme.style import restyle, theme
from app.ui.widgets.line import Line
from app.ui.widgets.plain import set_tip
from app.wording import _
from app.wording.errors import sentence

Finder = Callable[[str], Sequence[Choice]]
Maker = Callable[[str], Choice | None]

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TABS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_PASSING = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class PickBox(Line):
    """A line that shows what is found by what stands in it, and offers to make what is not.

    ``picked`` carries the :class:`Choice`; ``refused`` the error where finding or making it failed. What
    was typed then stays. With ``adds``, what is picked is added to something and the line emptied: a text
    that is left in it, or entered, and means no row is refused and marked here, since no field does it.
    """

    picked = Signal(object)
    refused = Signal(object)
    any_text = False  # whether a text that nothing is found by may stand

    def __init__(
        self, finder: Finder, create: Maker | None = None, placeholder: str = "", *, adds: bool = False
    ) -> None:
        super().__init__()
        self._finder = finder
        self._create = create
        self._adds = adds
        self._found: tuple[Choice, ...] = ()
        self._creates = False
        self._typed = False  # since it was last filled
        self._making = False
        self._moved = False  # the line in the list was chosen with the arrows
        self._composed = ""
        self._choice: Choice | None = None
        self._hanging = HangingPicks(self)
        self._hanging.taken.connect(self._take)
        self.setPlaceholderText(placeholder)
        set_tip(self, placeholder)
        self._arrow = QAction(_("Show the choices"), self)
        self._arrow.triggered.connect(self._on_arrow)
        self.addAction(self._arrow, QLineEdit.ActionPosition.TrailingPosition)
        theme().changed.connect(self._tint)
        self._tint()
        self.textEdited.connect(self._on_edited)

    # What it means

    def choice(self) -> Choice | None:
        """Return what was picked last, as long as its name stands in the line."""
        same = self._choice is not None and self._choice.name == self.text()
        return self._choice if same else None

    def meant(self) -> Choice | None:
        """Return what the text means: what was picked, the one so called, or the only one found."""
        if self.choice() is not None:
            return self._choice
        return meant(self.text(), self.search(self.text()))

    def search(self, text: str) -> tuple[Choice, ...]:
        """Return what is found by a text; nothing where the file cannot be read."""
        try:
            return tuple(self._finder(text))
        except AideError as error:
            self.refused.emit(error)
            return ()

    @property
    def makes(self) -> bool:
        """Whether a row can be made of what is typed."""
        return self._create is not None

    def found(self) -> tuple[Choice, ...]:
        """Return what the list shows."""
        return self._found

    def show_text(self, text: str) -> None:
        """Show a name that nobody typed."""
        self.shut()
        self._mark("")
        self._typed = False
        self._choice = None
        self.setText(text)

    def forget(self) -> None:
        """Go by the name in the line alone, whatever was picked."""
        self._choice = None

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be picked, or something again."""
        self.shut()
        self.setReadOnly(read_only)
        self._arrow.setVisible(not read_only)

    # The list

    def picks(self) -> Picks | None:
        """Return the list while it is open."""
        return self._hanging.open_picks()

    def is_open(self) -> bool:
        """Whether the list is shown, with something in it that can be taken."""
        return self.picks() is not None

    @Slot()
    def offer(self) -> None:
        """Show everything that can be chosen, or what is found by what was typed."""
        self._seek(self.text() if self._typed else "")

    @Slot()
    def shut(self) -> None:
        """Take the list away."""
        self._hanging.shut()

    def _seek(self, text: str) -> None:
        if self.isReadOnly():
            return
        self._found = self.search(text)
        wanted = folded(text)
        known = any(wanted in {folded(choice.name), folded(choice.code)} for choice in self._found)
        self._creates = self._create is not None and bool(wanted) and not known
        nothing = not self._found and not self._creates
        if nothing and (self.any_text or not wanted):
            self.shut()
            return
        makes = _("Create “{name}”").format(name=text.strip()) if self._creates else ""
        self._moved = False
        picks = self._hanging.picks()
        if nothing:
            picks.tell(_("Nothing found for “{text}”.").format(text=text.strip()))
        else:
            picks.fill(self._found, makes)
            picks.setCurrentRow(0 if wanted else -1)
        self._hanging.show()

    @Slot(int)
    def _take(self, row: int) -> None:
        """Pick a line of the list, or make what the last one offers to."""
        if row < len(self._found):
            self._pick(self._found[row])
            return
        self.shut()
        assert self._create is not None
        self._making = True  # the line may lose the cursor by what is made: it is no text that was left
        try:
            made = self._create(self.text().strip())
        except AideError as error:
            self.refused.emit(error)
            return
        finally:
            self._making = False
        if made is not None:
            self._pick(made)

    def _pick(self, choice: Choice) -> None:
        self.show_text(choice.name)
        self._choice = choice
        self.picked.emit(choice)

    # What people do

    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TABS:
            picks = self.picks()
            if picks is not None and self._moved:
                self._take(picks.currentRow())
            elif picks is not None:
                self.shut()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and not self.isReadOnly():
            self._step(_STEPS[key])
            return
        picks = self.picks()
        if picks is not None:
            if key is Qt.Key.Key_Escape:
                self.shut()
                return
            if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.shut()
                event.ignore()  # it means something to what lies around, and is no choice of a line
                return
            if key in _ENTER and picks.currentRow() >= 0:
                self._take(picks.currentRow())
                return
        if key in _ENTER and not self._adds:
            self.shut()  # what is wrong is said where it lay
        elif key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._enter()
        super().keyPressEvent(event)

    def _enter(self) -> None:
        """Take what the text means, though no line of the list was chosen; or say that it means nothing."""
        if not self.text().strip() or self.isReadOnly():
            return
        found = self.meant()
        if found is not None:
            self._pick(found)
        elif self.makes and not self.is_open():
            self._seek(self.text())  # what can be made of it is offered again
        else:
            self._refuse_unknown()

    def _refuse_unknown(self) -> None:
        error = PlanningError("choice_unknown")
        self._mark(sentence(error))
        self.refused.emit(error)

    def _mark(self, words: str) -> None:
        """Mark the text as wrong, for this reason; with no words, as right."""
        if not self._adds or bool(words) == bool(self.property("invalid")):
            return
        self.setProperty("invalid", bool(words))
        self.setAccessibleDescription(words)
        set_tip(self, words or self.placeholderText())
        restyle(self)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _step(self, way: int) -> None:
        opened = self.picks()
        if opened is None:
            self.offer()
        picks = self.picks()
        if picks is None:
            return
        row = 0 if opened is None else (picks.currentRow() + way) % picks.count()
        self._moved = True
        picks.setCurrentRow(row)
        words = spoken(self._found[row]) if row < len(self._found) else picks.item(row).text()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def inputMethodEvent(self, event: QInputMethodEvent, /) -> None:
        before, self._composed = self._composed, event.preeditString()
        super().inputMethodEvent(event)
        if self._composed != before:
            # A syllable that is being composed stands in no text yet, but is searched by already.
            self._typed = True
            text, at = self.text(), self.cursorPosition()
            self._seek(text[:at] + self._composed + text[at:])

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        super().mousePressEvent(event)
        if not self.text() and not self.is_open():
            self.offer()

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        self.shut()
        left = self._adds and self._typed and not self._making and event.reason() not in _PASSING
        if left and self.isVisible() and self.text().strip() and not self.property("invalid"):
            self._refuse_unknown()
        super().focusOutEvent(event)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._typed = True
        self._mark("")
        self._seek(text)

    @Slot()
    def _on_arrow(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.is_open():
            self.shut()
        else:
            self.offer()

    @Slot()
    def _tint(self) -> None:
        tokens = theme().tokens
        self._arrow.setIcon(icon("chevron-down", tokens.muted, disabled=tokens.faint))
