"""One window for all tests of a planner: building it anew for each would take most of the time."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.ui.theme.style import apply_theme, theme
from app.ui.window.frame import PlannerFrame
from tests.helpers.planner import planner
from tests.helpers.pseudo import pseudo_language
from tests.ui.windows import Windows, frame_of



@pytest.fixture(scope="module", params=["sample", "small", "empty"])
def pseudo_frame(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[PlannerFrame]:
    folder = tmp_path_factory.mktemp("pseudo")
    apply_theme(qapp, "light")
    theme().set_reduced_motion(still=True)
    with pseudo_language():
        made = Windows(folder, folder / "none.aide")
        window = made.window()
        assert window.open_planner(planner(folder, request.param))
        yield frame_of(window)
        made.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme().set_reduced_motion(still=None)
