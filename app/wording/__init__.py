"""Every sentence that people read on paper, in errors and in findings; ``_`` marks each for translation."""

from app.wording.language import _, install, language, ngettext, pgettext

__all__ = ["_", "install", "language", "ngettext", "pgettext"]
