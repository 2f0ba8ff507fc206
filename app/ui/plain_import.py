"""Importing as Python does, where Qt's bindings have put a step of their own before it.

PySide6 looks through the source of every module imported after it for its ``from __feature__ import …``. This
program asks for no such feature, and the looking is a ninth of its start.
"""

import builtins


def import_plainly() -> None:
    """Take PySide6's step away again; to be called once it is loaded. Without it, nothing is changed."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
