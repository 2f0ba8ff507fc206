"""The journeys use the same windows as the tests of the window."""

from tests.ui.conftest import planner_template, windows

__all__ = ["planner_template", "windows"]
