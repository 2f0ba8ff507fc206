"""What a side of an entry is offered to be filled with, in words."""

from app.domain.words import Side
from app.planning.views.side_offers import OfferedGroup, SideOffer
from app.wording import _, ngettext


def offered(offer: SideOffer) -> str:
    """Return an offer as a menu has it, with how many persons it adds."""
    count = len(offer.person_ids)
    words = {
        OfferedGroup.KNOWN: ngettext("Add the one known of {name}", "Add all {count} known of {name}", count),
        OfferedGroup.LAST_TIME: ngettext(
            "Add the one of the last meeting with {name}",
            "Add the {count} of the last meeting with {name}",
            count,
        ),
        OfferedGroup.DELEGATION: _("Add the whole delegation ({count})"),
        OfferedGroup.PARTY: _("Add the party that the entry is for ({count})"),
    }[offer.group]
    return words.format(name=offer.name, count=count)


def nobody_offered(side: Side) -> str:
    """Return what is said where nobody can be offered."""
    if side is Side.OURS:
        return _("Nobody is in the delegation yet.")
    return _("Say who the host is, and whom you know there.")
