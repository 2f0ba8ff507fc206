"""A field of a country."""

from collections.abc import Sequence
from typing import Any

from app.planning.views.visits import Choice
from app.ui.forms.pick import PickField
from app.ui.forms.record import Record
from app.wording.countries import country_name, find_countries


class CountryField(PickField):
    """A country, shown by its name in the language in force and stored by its ISO 3166 code, or empty."""

    def __init__(self, record: Record, column: str, label: str, *, hint: str = "") -> None:
        super().__init__(record, column, label, _choices, named=column, hint=hint)

    def stored(self, detail: Any) -> str:
        return country_name(super().stored(detail))

    def value(self, text: str) -> str:
        return super().value(text) or ""


def _choices(text: str) -> Sequence[Choice]:
    return [Choice(code, country_name(code), code) for code in find_countries(text)]
