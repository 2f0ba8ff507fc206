"""What the program is made of, as it is read in the window."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.zones import zone_data_version
from app.ui.theme.style import apply_theme
from app.ui.window.about import AboutDialog, as_text, licences, version_words
from tests.helpers.pictures import grab


@pytest.mark.parametrize(
    "credit",
    [
        "Qt, PySide6: LGPL-3.0",
        "Creative Commons Attribution 4.0: © GeoNames and its contributors",
        "Creative Commons Attribution 4.0: © DB InfraGO AG",
        "airportsdata",
        "Natural Earth",
        "SIL Open Font License 1.1",
        "Lucide",
        "Unicode",
    ],
)
def test_everything_shipped_is_credited(credit: str) -> None:
    assert credit in licences()


def test_credits_are_read_without_marks() -> None:
    page = "# Data\n\n| file | from |\n|---|---|\n| `a.xz` | Somebody |\n\n**Changed:** all\nof it."
    assert as_text(page) == "Data\n\n• a.xz: Somebody\n\nChanged: all of it."
    assert not re.search(r"^\||^#|`", licences(), re.MULTILINE)


def test_the_versions_that_matter_are_named() -> None:
    assert zone_data_version() in version_words()
    assert re.search(r"Version \d+\.\d+", version_words())


def test_the_dialog_shows_it_all_by_light_and_dark(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    text = dialog.findChild(QPlainTextEdit)
    assert text is not None
    assert text.toPlainText() == licences()
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum() * 2 // 3)
    for look in ("light", "dark"):
        apply_theme(qapp, "dark" if look == "dark" else "light")
        grab(dialog, f"about-{look}")
    apply_theme(qapp, "light")
