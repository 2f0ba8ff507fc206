"""One change of many rows: the menu that offers it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu

from app.ui.widgets.plain import literal
from app.wording import _

Verb = Callable[..., object]
#: The words of a field, and its values: what each is called, and the verb that sets it in one row.
BulkField = tuple[str, Sequence[tuple[str, Verb]]]


def fill_menu(
    menu: QMenu,
    fields: Sequence[BulkField],
    ids: Sequence[str],
    run: Callable[[str, Verb, Sequence[str]], object],
) -> None:
    """Put a sub-menu for each field into a menu; ``run`` gets the label of the step, the verb, the ids."""
    for words, values in fields:
        inside = menu.addMenu(literal(words))
        for name, verb in values:
            label = _("{field}: {value} ({count})").format(field=words, value=name, count=len(ids))
            act = partial(run, label, verb, list(ids))
            inside.addAction(literal(name)).triggered.connect(lambda _on=False, act=act: act())
