"""Fields of several languages or countries, typed by name or code, parted by commas."""

from typing import Any

from app.ui.forms.text import TextField
from app.wording.countries import coded_countries, countries_named
from app.wording.language_names import tagged_languages


class TonguesField(TextField):
    """Languages: stored by their tags, which the field shows; names are taken as well."""

    def value(self, text: str) -> str:
        return tagged_languages(text)


class CountriesField(TextField):
    """Countries: stored by their codes, shown by their names in the language in force."""

    def stored(self, detail: Any) -> str:
        return countries_named(super().stored(detail))

    def value(self, text: str) -> str:
        return coded_countries(text)
