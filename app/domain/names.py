"""How a person is called."""


def full_name(family: str, given: str, *, family_first: bool) -> str:
    """Return a name in Latin letters in the person's own order; a part that is empty leaves no gap."""
    order = (family, given) if family_first else (given, family)
    return " ".join(part for part in order if part)


def other_name(name: str, native: str) -> str:
    """Return the native name to print beside a name; nothing where it is the name's own words again."""
    same = _letters(native) in {_letters(name), _turned(name)}
    return "" if same else native


def _turned(name: str) -> str:
    """Return the letters of a name whose last word is to be read first."""
    first, _space, last = name.strip().rpartition(" ")
    return _letters(last + first)


def _letters(text: str) -> str:
    return "".join(text.split()).casefold()
