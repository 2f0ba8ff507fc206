"""Can a window open here at all? Asked before Qt is loaded, for Qt ends the process where it cannot."""

import ctypes
import importlib.util
import os
import sys
from pathlib import Path

from app.wording import _

_QT_LIBRARIES = "libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0"
_X_LIBRARIES = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"


def obstacle() -> str | None:
    """Return one sentence that says why no window can open and what to do instead; ``None`` if one can."""
    return missing_libraries() or _no_display()


def missing_libraries() -> str | None:
    """Return one sentence where Qt's own libraries cannot be loaded."""
    try:
        import PySide6.QtWidgets  # noqa: F401 - to find out whether it loads
    except ImportError as error:
        return _("Qt cannot start ({detail}); install its system libraries: apt install {packages}").format(
            detail=str(error).split(":")[0], packages=_QT_LIBRARIES
        )
    return None


def _no_display() -> str | None:
    if not sys.platform.startswith("linux"):
        return None
    wanted = os.environ.get("QT_QPA_PLATFORM", "")
    if wanted and not wanted.startswith(("xcb", "wayland")):
        return None
    if os.environ.get("WAYLAND_DISPLAY") and not wanted.startswith("xcb"):
        return None
    return _no_x_display()


def _no_x_display() -> str | None:
    if not os.environ.get("DISPLAY"):
        return _(
            "There is no display to open a window on; use a command instead, for example: main.py --help"
        )
    missing = _missing_for_x()
    if missing:
        return _("A window cannot open ({detail}); install: apt install {packages}").format(
            detail=missing, packages=_X_LIBRARIES
        )
    if not _display_answers():
        return _(
            "The display {display} does not answer; use a command instead, for example: main.py --help"
        ).format(display=os.environ["DISPLAY"])
    return None


def _missing_for_x() -> str:
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return ""
    plugin = Path(spec.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error).split(":")[0]
    return ""


def _display_answers() -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers
