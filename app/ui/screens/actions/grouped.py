"""Under which headings the actions can stand."""

from collections.abc import Callable, Sequence

from app.planning.views.actions import ActionRow
from app.ui.tables.grouping import Grouping, GroupWords
from app.wording import _, ngettext

NOT = "none"


def grouping_words() -> dict[str, str]:
    """Return what each way of grouping is called, in the order in which they are offered."""
    return {
        NOT: _("Not grouped"),
        "owner": _("By owner"),
        "organisation": _("By organisation"),
        "visit": _("By visit"),
    }


def grouping(key: str, own_visit: str) -> Grouping | None:
    """Return a way of grouping by its key; ``None`` for no groups. ``own_visit`` is the one in view.

    The group with the action that is due first stands first, and so the overdue do.
    """
    return {
        "owner": _named(lambda row: row.owner or _("Nobody yet")),
        "organisation": _named(lambda row: row.partner or _("No organisation")),
        "visit": _named(lambda row: row.visit or own_visit),
    }.get(key)


def _named(name: Callable[[ActionRow], str]) -> Grouping:
    return Grouping(of=name, words=lambda rows: _heading(name(rows[0]), rows))


def _heading(name: str, rows: Sequence[ActionRow]) -> GroupWords:
    late = sum(row.overdue for row in rows)
    return GroupWords(
        name,
        detail=ngettext("{count} overdue", "{count} overdue", late).format(count=late) if late else "",
        aside=ngettext("{count} action", "{count} actions", len(rows)).format(count=len(rows)),
    )
