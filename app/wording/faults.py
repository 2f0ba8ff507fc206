"""The sentences of ``verify``: what is wrong with a planner file."""

from app.planning.soundness import Fault
from app.wording.language import _


def fault_sentence(fault: Fault) -> str:
    """Return what people read for one fault."""
    sentences = {
        "fault_file": _("The file is damaged: {detail}. Restore it from a backup."),
        "fault_value": _("The file is damaged: a value in {detail} cannot be. Restore it from a backup."),
        "fault_journal": _("The history was changed from outside, at change {detail}."),
        "fault_instant": _(
            "The instants of “{detail}” do not agree with its clocks. Open the file once to mend."
        ),
        "fault_search": _("The search has {detail} wrong. Restoring a backup makes its index anew."),
    }
    return sentences[fault.code].format(detail=fault.detail)
