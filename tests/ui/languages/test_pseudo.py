"""In the pseudo-language: every text that is no data went through gettext, and none is cut."""

from itertools import chain

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.ui.widgets.labels import PlainLabel
from app.ui.window.frame import PlannerFrame
from tests.helpers.pseudo import CLOSING, OPENING, pseudo
from tests.ui.languages.data import Known
from tests.ui.languages.fitting import cut
from tests.ui.languages.reading import read
from tests.ui.languages.tour import inspectors, rooms, settle

#: Words that are the same in every language, and why.
SAME = (
    "Aide-Mémoire",  # the program
    "UTC",  # the zone of zones
    "Enter Tab Up Down Left Right Return",  # keys, as they are printed on them
    "SHA-256",
)
SMALL = QSize(1024, 700)


def words_of(frame: PlannerFrame) -> Known:
    """Return what is known of a planner's words."""
    return frame.desk.ask(Known, *SAME, frame.desk.path.name)


def strange(known: Known, name: str, widget: QWidget) -> list[str]:
    """Return what a widget says that is neither of the pseudo-language nor of the planner."""
    return [
        f"{name}: {each.where}: {rest!r} in {each.text[:90]!r}"
        for each in read(widget)
        if (rest := known.strange(each.text))
    ]


def test_a_message_is_longer_accented_and_whole() -> None:
    assert pseudo("Edit {name}") == "⟦Éđîţ {name} ~~⟧"
    assert pseudo("EEE d MMM") == "⟦EEE d MMM⟧"
    assert len(pseudo("Save a copy of it")) >= 1.3 * len("Save a copy of it")


def test_what_stands_beside_gettext_is_found(pseudo_frame: PlannerFrame) -> None:
    label = PlainLabel("Zounds, untranslated", pseudo_frame)
    label.setFixedWidth(20)
    label.show()
    settle()
    assert any("Zounds" in each for each in strange(words_of(pseudo_frame), "here", pseudo_frame))
    assert any("Zounds" in each for each in cut(pseudo_frame))
    label.setParent(None)
    label.deleteLater()
    assert pseudo_frame.top.export.words().startswith(OPENING)
    assert pseudo_frame.top.export.words().endswith(CLOSING)


def test_each_room_and_inspector_speaks_through_gettext_and_is_whole(pseudo_frame: PlannerFrame) -> None:
    known = words_of(pseudo_frame)
    found = strange(known, "window", pseudo_frame)
    for name, widget in chain(rooms(pseudo_frame), inspectors(pseudo_frame)):
        found += strange(known, name, widget)
        found += [f"{name}: {each}" for each in cut(widget)]
    assert sorted(set(found)) == []


def test_nothing_is_cut_in_a_small_window(pseudo_frame: PlannerFrame) -> None:
    window = pseudo_frame.window()
    before = window.size()
    window.resize(SMALL)
    settle()
    found = [f"window: {each}" for each in cut(window)]
    for name, widget in chain(rooms(pseudo_frame), inspectors(pseudo_frame)):
        found += [f"{name}: {each}" for each in cut(widget)]
    window.resize(before)
    assert sorted(set(found)) == []
