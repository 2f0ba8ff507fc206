"""Tokens turned into what Qt reads: a palette, and the style sheet of ``sheet.qss``."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QPalette

from app.ui.theme.icons import svg
from app.ui.theme.palette import DARK, LIGHT, Tokens, mix

_ARROWS = ("chevron-down", "chevron-up", "chevron-left", "chevron-right")
_TICKS = ("check", "minus")
_Role = QPalette.ColorRole


def _derived(tokens: Tokens) -> dict[str, str]:
    """Return the shades that only controls need: between two tokens, never new colours."""
    other = LIGHT if tokens.dark else DARK
    return {
        # On paper-white a field needs no fill to be seen; in the dark it does.
        "field": tokens.soft if tokens.dark else tokens.panel,
        "faint": tokens.faint,
        "line_strong": mix(tokens.muted, tokens.line, 0.35),
        "accent_hover": mix(tokens.accent, tokens.ink, 0.85),
        "accent_down": mix(tokens.accent, tokens.ink, 0.7),
        "toast_line": mix(tokens.panel, tokens.ink, 0.25),
        "toast_ring": other.accent,
    }


@cache
def _image_folder() -> Path:
    """Make the folder of the sheet's drawings: a style sheet can name files, but not colour them."""
    folder = Path(tempfile.mkdtemp(prefix="aide-memoire-look-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _images(tokens: Tokens) -> Path:
    folder = _image_folder() / ("dark" if tokens.dark else "light")
    folder.mkdir()
    for name in _ARROWS:
        (folder / f"{name}.svg").write_text(svg(name, tokens.muted), encoding="utf-8")
        (folder / f"{name}-faint.svg").write_text(svg(name, tokens.faint), encoding="utf-8")
    for name in _TICKS:
        # Ticks are small: a heavier line keeps them legible at 14 px.
        heavy = svg(name, tokens.on_accent).replace('stroke-width="1.5"', 'stroke-width="3"')
        (folder / f"{name}.svg").write_text(heavy, encoding="utf-8")
        (folder / f"{name}-faint.svg").write_text(svg(name, tokens.muted), encoding="utf-8")
    return folder


@cache
def _template() -> Template:
    return Template(Path(__file__).with_name("sheet.qss").read_text(encoding="utf-8"))


@cache
def style_sheet(tokens: Tokens) -> str:
    """Return the style sheet of a theme."""
    images = _images(tokens).as_posix()
    return _template().substitute(tokens.colors(), images=images, **_derived(tokens))


def qt_palette(tokens: Tokens) -> QPalette:
    """Return the palette of a theme, for whatever draws itself without the style sheet."""
    palette = QPalette()
    colors = {
        _Role.Window: tokens.bg,
        _Role.WindowText: tokens.ink,
        _Role.Base: tokens.panel,
        _Role.AlternateBase: tokens.bg,
        _Role.Text: tokens.ink,
        _Role.PlaceholderText: tokens.muted,
        _Role.Button: tokens.panel,
        _Role.ButtonText: tokens.ink,
        _Role.BrightText: tokens.on_accent,
        _Role.ToolTipBase: tokens.panel,
        _Role.ToolTipText: tokens.ink,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.accent,
        _Role.Light: tokens.panel,
        _Role.Midlight: tokens.soft,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.line,
        _Role.Shadow: tokens.line,
    }
    for role, color in colors.items():
        palette.setColor(role, QColor(color))
    faint = QColor(tokens.faint)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return palette
