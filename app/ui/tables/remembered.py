"""How somebody likes a table: widths, order and choice of its columns, and by what it is sorted."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from app.ui.tables.column import Column

_NARROWEST, _WIDEST = 32, 2000


@dataclass(frozen=True, slots=True)
class TableState:
    """Columns by their keys. ``widths`` (pixels) only where one was dragged; ``hidden`` those not shown."""

    widths: Mapping[str, int] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False

    @classmethod
    def read(cls, stored: Mapping[str, Any], columns: Sequence[Column]) -> Self:
        """Return what was remembered, as far as it fits these columns; a new column stands in its place."""
        keys = [column.key for column in columns]
        widths = stored.get("widths")
        order = [key for key in _words(stored.get("order")) if key in keys]
        hidden = {column.key for column in columns if column.hidden}
        if "hidden" in stored:
            asked = set(_words(stored["hidden"]))
            # A column nobody has seen yet is hidden or not as it comes.
            hidden = {key for key in keys if key in asked or (key in hidden and key not in order)}
        sort = stored.get("sort")
        return cls(
            {key: width for key, width in widths.items() if key in keys and _is_width(width)}
            if isinstance(widths, dict)
            else {},
            tuple(_with_new(order, keys)),
            tuple(key for key in keys if key in hidden and len(hidden) < len(keys)),
            sort if isinstance(sort, str) and sort in keys else "",
            stored.get("descending") is True,
        )

    def written(self) -> dict[str, Any]:
        """Return it as it is stored."""
        return asdict(self)


def _words(stored: object) -> list[str]:
    if not isinstance(stored, list | tuple):
        return []
    return list(dict.fromkeys(word for word in stored if isinstance(word, str)))


def _is_width(stored: object) -> bool:
    return isinstance(stored, int) and not isinstance(stored, bool) and _NARROWEST <= stored <= _WIDEST


def _with_new(order: list[str], keys: list[str]) -> list[str]:
    found = list(order)
    for at, key in enumerate(keys):
        if key not in found:
            found.insert(found.index(keys[at - 1]) + 1 if at else 0, key)
    return found
