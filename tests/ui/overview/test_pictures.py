"""Pictures of the overview, to be looked at: ``AIDE_PICTURES=1``; and that all of it fits its width."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.desk import Desk
from app.ui.theme.style import apply_theme
from app.ui.widgets.labels import PlainLabel
from tests.helpers.pictures import grab
from tests.ui.overview.conftest import Open


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(480, 700), (816, 630), (884, 830), (1600, 980)])
def test_nothing_is_cut_off(
    sample_desk: Desk, open_screen: Open, qapp: QApplication, scheme: str, size: tuple[int, int]
) -> None:
    apply_theme(qapp, "dark" if scheme == "dark" else "light")
    screen = open_screen(sample_desk, *size)
    for _settling in range(5):
        qapp.processEvents()
    grab(screen, f"overview_{size[0]}_{scheme}")
    page = screen._scroll.widget()
    assert page is not None
    assert page.width() == screen._scroll.viewport().width()
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.parentWidget() is not None and isinstance(widget, PlainLabel):
            right = widget.mapTo(page, widget.rect().topRight()).x()
            assert right <= page.width(), widget.text()
            if not widget._elide and not widget.wordWrap():
                assert widget.width() >= widget.sizeHint().width(), widget.text()
    for field in screen.purpose.fields():
        assert field.editor.geometry().bottom() <= field.height()
        assert field.editor.height() == field.editor.minimumHeight()
    screen.resize(size[0], page.height() + 60)
    qapp.processEvents()
    grab(screen, f"overview_{size[0]}_{scheme}_whole")
