"""Finding a row by typing a part of its name: the box, and the field that refers to the row found."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.errors import AideError, PlanningError
from app.domain.folding import folded
from app.planning.views.visits import Choice
from app.ui.forms.field import Field
from app.ui.forms.picks import Picks, spoken
from app.ui.forms.record import Record
from app.ui.theme.icons import icon
from app.ui.theme.style import restyle, theme
from app.ui.widgets.line import Line
from app.ui.widgets.plain import set_tip
from app.wording import _
from app.wording.errors import sentence

__all__ = ["Choice", "Finder", "Maker", "NewRow", "PickBox", "PickField"]

Finder = Callable[[str], Sequence[Choice]]
Maker = Callable[[str], Choice | None]
NewRow = Callable[[str], Callable[..., str]]  # the verb that makes a row of a name and returns its id

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TABS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_SHUTS = {QEvent.Type.MouseButtonPress, QEvent.Type.Hide}
_PASSING = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
_SHIFTS = {QEvent.Type.Move, QEvent.Type.Resize}


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
        self._picks: Picks | None = None
        self._watched: list[QWidget] = []
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
        found = self.search(self.text())
        wanted = folded(self.text())
        for called in (
            [choice for choice in found if folded(choice.name) == wanted],
            [choice for choice in found if wanted and folded(choice.code) == wanted],
        ):
            if len(called) == 1:
                return called[0]
        return found[0] if len(found) == 1 else None

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
        return self._picks if self.is_open() else None

    def is_open(self) -> bool:
        """Whether the list is shown, with something in it that can be taken."""
        return self._picks is not None and self._is_shown() and self._picks.offers()

    def _is_shown(self) -> bool:
        return self._picks is not None and not self._picks.isHidden()

    @Slot()
    def offer(self) -> None:
        """Show everything that can be chosen, or what is found by what was typed."""
        self._seek(self.text() if self._typed else "")

    @Slot()
    def shut(self) -> None:
        """Take the list away."""
        if self._picks is not None:
            self._picks.hide()
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []

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
        if self._picks is None or self._picks.parentWidget() is not self.window():
            self._make_picks()
        assert self._picks is not None
        makes = _("Create “{name}”").format(name=text.strip()) if self._creates else ""
        self._moved = False
        if nothing:
            self._picks.tell(_("Nothing found for “{text}”.").format(text=text.strip()))
        else:
            self._picks.fill(self._found, makes)
            self._picks.setCurrentRow(0 if wanted else -1)
        self._picks.place(self)
        self._picks.show()
        self._picks.raise_()
        self._watch()

    def _make_picks(self) -> None:
        self.shut()
        if self._picks is not None:
            self._picks.deleteLater()
        picks = self._picks = Picks(self.window())
        picks.taken.connect(self._take)
        self.destroyed.connect(picks.deleteLater)

    def _watch(self) -> None:
        """Follow all that this box lies in: where one of them moves, the list does not belong there."""
        if self._watched:
            return
        widget: QWidget | None = self
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = None if widget.isWindow() else widget.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        kind = event.type()
        if self._picks is not None and self._is_shown():
            if kind in _SHUTS and watched is not self:
                self.shut()
            elif kind in _SHIFTS:
                self._picks.place(self)
                if not self.visibleRegion().contains(self.rect().center()):
                    self.shut()
        return super().eventFilter(watched, event)

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
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _TABS
            and self._picks is not None
            and self.is_open()
        ):
            if self._moved:
                self._take(self._picks.currentRow())
            else:
                self.shut()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and not self.isReadOnly():
            self._step(_STEPS[key])
            return
        if self._picks is not None and self.is_open():
            if key is Qt.Key.Key_Escape:
                self.shut()
                return
            if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.shut()
                event.ignore()  # it means something to what lies around, and is no choice of a line
                return
            if key in _ENTER and self._picks.currentRow() >= 0:
                self._take(self._picks.currentRow())
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
        if self._picks is None or not self.is_open():
            self.offer()
            if self._picks is None or not self.is_open():
                return
            row = 0
        else:
            row = (self._picks.currentRow() + way) % self._picks.count()
        self._moved = True
        self._picks.setCurrentRow(row)
        words = spoken(self._found[row]) if row < len(self._found) else self._picks.item(row).text()
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


class PickField(Field):
    """A reference to another row: empty, or one that is found by its name.

    ``named`` is where the record's detail has the name of the row referred to. What ``create`` gives for a
    name that nobody has is done together with the reference: undo takes both back.
    """

    def __init__(
        self,
        record: Record,
        column: str,
        label: str,
        finder: Finder,
        named: str,
        create: NewRow | None = None,
        *,
        placeholder: str = "",
        hint: str = "",
    ) -> None:
        self.box = PickBox(finder, None if create is None else self._make, placeholder)
        self._create = create
        self._new: Callable[..., str] | None = None  # makes the row to refer to, while that is written
        self._named = named
        super().__init__(record, column, label, self.box, hint=hint)
        self.box.picked.connect(self.leave)
        self.box.refused.connect(self.refuse)
        self.box.editingFinished.connect(self.leave)
        self.box.textEdited.connect(self.typed)

    def text(self) -> str:
        return self.box.text()

    def set_text(self, text: str) -> None:
        self.box.show_text(text)
        set_tip(self.box, text or self.box.placeholderText())

    def stored(self, detail: Any) -> str:
        return getattr(detail, self._named) or ""

    @property
    def dirty(self) -> bool:
        # Two rows may bear one name: no letter differs, yet another one was picked.
        picked = self.box.choice()
        return super().dirty or (
            picked is not None
            and not self._record.idle
            and picked.id != getattr(self._record.shown, self.column)
        )

    def _make(self, name: str) -> None:
        assert self._create is not None
        self._new = self._create(name)
        try:
            self.leave()
        finally:
            self._new = None

    def write(self, value: str | None) -> None:
        if self._new is None:
            super().write(value)
        else:
            self._record.act_on_new(self.column, self._new, lambda new_id: {self.column: new_id})

    def value(self, text: str) -> str | None:
        if self._new is not None:
            return None  # it has no id yet
        if not text.strip():
            return None
        found = self.box.meant()
        if found is None:
            raise self.unknown(text)
        return found.id

    def unknown(self, _text: str) -> AideError:
        """Return the error for a text that means no row, or several."""
        return PlanningError("choice_unknown", field=self.column)

    def fault(self, text: str) -> AideError | None:
        found = super().fault(text)
        # Who has typed a part of a name, or a name to be, has made no mistake yet.
        begun = found is not None and (self.box.makes or bool(self.box.search(text)))
        return None if begun else found

    def _show(self, text: str) -> None:
        super()._show(text)
        self.box.forget()

    def set_read_only(self, *, read_only: bool) -> None:
        self.box.set_read_only(read_only=read_only)
