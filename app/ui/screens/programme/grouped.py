"""Under which headings the lines of a programme can stand."""

from collections.abc import Callable

from app.domain.folding import folded
from app.domain.words import EntryKind, EntryStatus
from app.ui.screens.programme.words import ListRow, day_heading, heading, parties
from app.ui.tables.grouping import Grouping
from app.wording import _
from app.wording.names import word_name

_KINDS, _STATUSES = list(EntryKind), list(EntryStatus)


def grouping_words() -> dict[str, str]:
    """Return what each way of grouping is called, in the order in which they are offered."""
    return {
        "day": _("By day"),
        "place": _("By place"),
        "party": _("By party"),
        "status": _("By status"),
        "kind": _("By kind"),
        "none": _("Not grouped"),
    }


def grouping(key: str) -> Grouping | None:
    """Return a way of grouping by its key; ``None`` for no groups."""
    return {
        "day": Grouping(
            of=lambda row: row.line.day.isoformat(), words=day_heading, order=lambda row: row.line.day
        ),
        "place": _named(_place, lambda row: (not row.line.place, folded(_place(row)))),
        "party": _named(
            lambda row: parties(row.line), lambda row: (bool(row.line.parties), folded(parties(row.line)))
        ),
        "status": _named(
            lambda row: word_name(row.line.status), lambda row: _STATUSES.index(row.line.status)
        ),
        "kind": _named(lambda row: word_name(row.line.kind), lambda row: _KINDS.index(row.line.kind)),
    }.get(key)


def _named(name: Callable[[ListRow], str], order: Callable[[ListRow], object]) -> Grouping:
    return Grouping(of=name, words=lambda rows: heading(name(rows[0]), rows), order=order)


def _place(row: ListRow) -> str:
    return row.line.place or _("No place")
