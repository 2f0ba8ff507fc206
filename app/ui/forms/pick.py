"""A field that refers to another row, which is found by typing a part of its name."""

from collections.abc import Callable
from typing import Any

from app.domain.errors import AideError, PlanningError
from app.ui.forms.field import Field
from app.ui.forms.pick_box import Finder, PickBox
from app.ui.forms.record import Record
from app.ui.widgets.plain import set_tip

NewRow = Callable[[str], Callable[..., str]]  # the verb that makes a row of a name and returns its id


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
