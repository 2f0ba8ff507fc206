"""How closely a talking point is held when it is first written."""

from app.domain.words import Intent, Marking


def first_marking(item: Marking, intent: Intent) -> Marking:
    """Return the marking that a talking point begins with: its item's.

    Under an item that we speak of only if they raise it, it is RESTRICTED at least.
    """
    return max(item, Marking.RESTRICTED) if intent is Intent.IF_RAISED else item
