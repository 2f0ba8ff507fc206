"""How a person is called."""


def full_name(family: str, given: str, *, family_first: bool) -> str:
    """Return a name in Latin letters in the person's own order; a part that is empty leaves no gap."""
    order = (family, given) if family_first else (given, family)
    return " ".join(part for part in order if part)
