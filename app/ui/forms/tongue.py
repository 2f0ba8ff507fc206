"""A field of a language."""

from collections.abc import Sequence
from typing import Any

from app.domain.tags import language_tag
from app.planning.views.visits import Choice
from app.ui.forms.pick import PickField
from app.ui.forms.record import Record
from app.wording.language_names import find_languages, language_name


class TongueField(PickField):
    """A language, shown by its name in the language in force and stored by its BCP 47 tag, or empty.

    A tag that no table has is written as it is typed, for the verb to judge.
    """

    def __init__(self, record: Record, column: str, label: str, *, hint: str = "") -> None:
        super().__init__(record, column, label, _choices, named=column, hint=hint)

    def stored(self, detail: Any) -> str:
        return language_name(super().stored(detail))

    def value(self, text: str) -> str:
        tag = language_tag(text)
        if tag is not None and self.box.choice() is None and language_name(tag) != tag:
            return tag
        found = self.box.meant()
        return found.id if found is not None else text.strip()


def _choices(text: str) -> Sequence[Choice]:
    return [Choice(tag, language_name(tag), tag) for tag in find_languages(text)]
