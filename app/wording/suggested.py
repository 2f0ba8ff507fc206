"""Why a precedent is suggested, in words."""

from app.planning.views.suggested import Suggested
from app.wording.language import _
from app.wording.listed import listed


def why(suggested: Suggested) -> str:
    """Return the reason: ``with ESA and CNES, in the same area``."""
    if not suggested.partners:
        return _("in the same area")
    partners = listed(suggested.partners)
    if suggested.same_area:
        return _("with {partners}, in the same area").format(partners=partners)
    return _("with {partners}").format(partners=partners)
