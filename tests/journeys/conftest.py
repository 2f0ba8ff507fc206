"""The journeys use the same windows as the tests of the window."""

from tests.ui.conftest import windows

__all__ = ["windows"]
