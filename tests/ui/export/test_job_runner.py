"""Jobs as signals: each ends exactly once."""

from pytestqt.qtbot import QtBot

from app.domain.errors import PlanningError
from app.jobs import Crash
from app.ui.jobs import JobRunner
from tests.ui.export import work


def test_a_job_finishes_with_its_result(qtbot: QtBot) -> None:
    runner = JobRunner()
    seen: list[tuple[int, int]] = []
    runner.progress.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(runner.finished, timeout=20_000) as told:
        runner.start(f"{work.__name__}:double", 21)
        assert runner.running
    assert told.args == [42]
    assert seen[-1] == (2, 2)
    assert not runner.running


def test_a_foreseen_error_keeps_its_code(qtbot: QtBot) -> None:
    runner = JobRunner()
    with qtbot.waitSignal(runner.failed, timeout=20_000) as told:
        runner.start(f"{work.__name__}:refuse", "word")
    error = told.args[0]
    assert isinstance(error, PlanningError)
    assert error.code == "glyph_missing"


def test_a_bug_is_carried_back(qtbot: QtBot) -> None:
    runner = JobRunner()
    with qtbot.waitSignal(runner.failed, timeout=20_000) as told:
        runner.start(f"{work.__name__}:crash")
    assert isinstance(told.args[0], Crash)
    assert "ZeroDivisionError" in told.args[0].summary


def test_a_cancelled_job_tells_nothing_else(qtbot: QtBot) -> None:
    runner = JobRunner()
    ends: list[str] = []
    runner.finished.connect(lambda _result: ends.append("finished"))
    runner.failed.connect(lambda _error: ends.append("failed"))
    runner.cancelled.connect(lambda: ends.append("cancelled"))
    runner.start(f"{work.__name__}:sleep")
    runner.cancel()
    runner.cancel()
    qtbot.wait(150)
    assert ends == ["cancelled"]
    assert not runner.running
