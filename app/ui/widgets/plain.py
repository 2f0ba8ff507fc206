"""User text is never mark-up: Qt guesses rich text and mnemonics, these helpers leave it nothing to guess."""

import html

from PySide6.QtWidgets import QWidget


def literal(text: str) -> str:
    """Return a button's text in which an ampersand stays an ampersand."""
    return text.replace("&", "&&")


def tip_markup(text: str) -> str:
    """Return mark-up that shows exactly these words; a tip without any tag would show the escapes."""
    if not text:
        return ""
    return f'<span style="white-space: pre-wrap">{html.escape(text)}</span>'


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tip that shows its words literally; no words, no tip."""
    widget.setToolTip(tip_markup(text))
