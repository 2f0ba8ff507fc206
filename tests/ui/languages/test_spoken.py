"""What stands before and over the rooms has names too, for those who hear the window instead of seeing it."""

from PySide6.QtWidgets import QApplication, QDialog

from app.ui.window.main_window import MainWindow
from tests.ui.languages.spoken import unnamed
from tests.ui.languages.tour import settle
from tests.ui.windows import Windows


def test_the_start_screen_the_search_and_the_sheets_have_names(windows: Windows) -> None:
    start = windows.window()
    settle()
    assert unnamed(start) == []
    frame = windows.frame()
    frame.open_search()
    frame.palette_.field.setText("a")
    settle()
    assert unnamed(frame) == []
    window = frame.window()
    assert isinstance(window, MainWindow)
    for show in (window.show_shortcuts, window.show_about):
        show()
        settle()
        dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
        assert unnamed(dialog) == []
        dialog.close()
        QApplication.processEvents()
