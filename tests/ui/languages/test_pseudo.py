"""In the pseudo-language: all words went through gettext, none is cut, and each control has a name.

One journey through a window asks all of it at once: building the rooms anew for each would take minutes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton

from app.paths import backup_dir
from app.ui.theme.palette import DARK
from app.ui.theme.style import apply_theme, theme
from app.ui.widgets.labels import PlainLabel
from app.ui.window.frame import PlannerFrame
from tests.helpers.pictures import grab
from tests.helpers.planner import planner
from tests.helpers.pseudo import pseudo, pseudo_language
from tests.ui.languages.data import Known
from tests.ui.languages.fitting import cut
from tests.ui.languages.reading import read
from tests.ui.languages.spoken import unnamed
from tests.ui.languages.tour import inspectors, rooms, settle
from tests.ui.windows import Windows

#: Words that are the same in every language: the program, a zone, a digest, languages by their own names.
SAME = ("Aide-Mémoire", "UTC", "SHA-256", "English", "한국어", "Français")
USUAL, SMALL = (1440, 900), (1024, 700)


@contextmanager
def pseudo_frame(folder: Path, kind: str, size: tuple[int, int]) -> Iterator[PlannerFrame]:
    """Open a planner in a window of the pseudo-language."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light")
    theme().set_reduced_motion(still=True)
    windows = Windows(folder)
    try:
        with pseudo_language():
            frame = windows.frame(size, planner(folder, kind))
            settle()
            yield frame
    finally:
        windows.close()
        theme().set_reduced_motion(still=None)


def known(frame: PlannerFrame) -> Known:
    """Return what need not go through gettext; the planner's folder stands beside the backups'."""
    return frame.desk.ask(Known, *SAME, str(frame.desk.path), str(backup_dir()))


def test_a_message_is_longer_accented_and_whole() -> None:
    assert pseudo("Edit {name}") == "⟦Éđîţ {name} ~~⟧"
    assert pseudo("EEE d MMM") == "⟦EEE d MMM⟧"
    assert len(pseudo("Save a copy of it")) >= 1.3 * len("Save a copy of it")


@pytest.mark.parametrize("kind", ["sample", "small", "empty"])
def test_every_text_is_asked_of_gettext_and_whole_and_every_control_is_named(
    qapp: QApplication, tmp_path: Path, kind: str
) -> None:
    with pseudo_frame(tmp_path, kind, USUAL) as frame:
        planned = known(frame)
        found: list[str] = []
        views = chain([("window", frame.window())], rooms(frame), inspectors(frame))
        for name, widget in views:
            found += [
                f"{name}: no gettext: {rest!r} in {each.text[:80]!r}: {each.where}"
                for each in read(widget)
                if (rest := planned.strange(each.text))
            ]
            found += [f"{name}: cut: {each}" for each in cut(widget)]
            found += [f"{name}: no name: {each}" for each in unnamed(widget)]
            grab(frame, f"pseudo-{kind}-{name}")
        apply_theme(qapp, "dark")  # all that was made follows
        settle()
        assert frame.palette().window().color() == QColor(DARK.bg)
    assert not found, "\n".join(sorted(set(found)))


@pytest.mark.parametrize("kind", ["sample", "small"])
def test_nothing_is_cut_in_a_small_window(qapp: QApplication, tmp_path: Path, kind: str) -> None:
    del qapp
    with pseudo_frame(tmp_path, kind, SMALL) as frame:
        found = []
        for name, widget in chain([("window", frame)], rooms(frame), inspectors(frame)):
            found += [f"{name}: {each}" for each in cut(widget)]
            grab(frame, f"pseudo-{kind}-1024-{name}")
    assert not found, "\n".join(sorted(set(found)))


def test_what_is_wrong_is_found(qapp: QApplication, tmp_path: Path) -> None:
    """The walks above would pass over nothing in silence."""
    del qapp
    with pseudo_frame(tmp_path, "empty", USUAL) as frame:
        label = PlainLabel("Zounds, untranslated", frame)
        label.setFixedWidth(20)
        label.show()
        QPushButton(frame).show()
        settle()
        strange = [known(frame).strange(each.text) for each in read(frame)]
        assert "Zounds untranslated" in strange
        assert any("Zounds" in each for each in cut(frame))
        assert len(unnamed(frame)) == 1
