"""Doing one act where it is refused by words alone: no field stands there that the words belong to."""

from typing import ParamSpec

from PySide6.QtCore import SignalInstance

from app.domain.errors import AideError
from app.planning.workspace import Verb
from app.ui.desk import Desk
from app.wording.errors import sentence

P = ParamSpec("P")


def done(
    desk: Desk, told: SignalInstance, label: str, verb: Verb[P, object], /, *args: P.args, **kwargs: P.kwargs
) -> bool:
    """Do an act as ``Desk.do`` does, and return whether it was done.

    Where it was refused, ``told`` (a sentence, and whether it can be undone) says why.
    """
    try:
        desk.do(label, verb, *args, **kwargs)
    except AideError as error:
        told.emit(sentence(error), False)
        return False
    return True
