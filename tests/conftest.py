"""What every test stands on: the offscreen platform, shipped zones, no network, no leaked windows."""

import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytest_socket import disable_socket, enable_socket

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTEST_QT_API"] = "pyside6"

from app.domain.zones import use_shipped_zones
from app.ui.doorstep import missing_libraries
from tests.helpers.swift import hasten

settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")
#: Seconds. The modules alone are half a million objects; what one test leaves is a few thousand.
_LONG_TO_COLLECT = 0.05


def pytest_configure(config: pytest.Config) -> None:
    """Say in one sentence what is missing, instead of failing in a hundred places."""
    hasten(config.args)
    use_shipped_zones()
    sentence = missing_libraries()
    if sentence is not None:
        pytest.exit(sentence, returncode=2)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many tests were left out for want of an outside judge."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} tests skipped: an outside judge is not installed here")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where the judges must be there (``AIDE_NO_SKIPS``), a skipped test fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if skipped and os.environ.get("AIDE_NO_SKIPS") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """Let nothing reach the network; local pipes stay open, for jobs talk through them."""
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep each test's settings, backups and logs away from the user's."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))


@pytest.fixture(autouse=True)
def _no_leaked_windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a top-level widget behind."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    from PySide6.QtWidgets import QApplication

    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    yield
    # qtbot closes what it was given; what is still alive and shown now was leaked.
    QApplication.sendPostedEvents(None, 0)
    _collect()
    left = [w for w in QApplication.topLevelWidgets() if id(w) not in before and w.isVisible()]
    assert not left, f"leaked windows: {left}"


def _collect() -> None:
    """Collect what is garbage; when that takes long, what is not garbage is not looked through again."""
    began = time.perf_counter()
    gc.collect()
    if time.perf_counter() - began > _LONG_TO_COLLECT:
        gc.freeze()
