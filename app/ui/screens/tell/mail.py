"""The address by which a message is opened in the mail program (RFC 6068), every letter of it escaped."""

import re
from dataclasses import dataclass
from urllib.parse import quote

#: Some systems hand on no more letters of an address than about two thousand.
LONGEST = 2000
#: One address, as people write it. What is stranger than that is left to hands.
_ADDRESS = re.compile(
    r"[^\s@,;:<>()\[\]\\\"?&%\x00-\x1f\x7f]{1,64}@[^\s@,;:<>()\[\]\\\"?&%\x00-\x1f\x7f]{1,190}"
)


@dataclass(frozen=True, slots=True)
class Mail:
    """An address for the mail program; ``whole`` tells whether the message stands in it to the end."""

    url: str
    whole: bool


def can_be_mailed(address: str) -> bool:
    """Tell whether an address can be handed to a mail program."""
    return _ADDRESS.fullmatch(address.strip()) is not None


def mailto(address: str, subject: str, text: str, *, shortened: str) -> Mail:
    """Return the address that opens a message; where it is too long it ends with the words ``shortened``.

    Raises:
        ValueError: the address is none; see :func:`can_be_mailed`.
    """
    if not can_be_mailed(address):
        raise ValueError("not an address")
    one_line = " ".join(subject.split())[:200]
    start = f"mailto:{quote(address.strip(), safe='@')}?subject={quote(one_line, safe='')}&body="
    body = _quoted(text)
    if len(start) + len(body) <= LONGEST:
        return Mail(start + body, whole=True)
    room = LONGEST - len(start) - len(_quoted(f"\n{shortened}"))
    kept: list[str] = []
    for line in text.splitlines():
        if len(_quoted("\n".join([*kept, line]))) > room:
            break
        kept.append(line)
    return Mail(start + _quoted("\n".join([*kept, shortened])), whole=False)


def _quoted(text: str) -> str:
    return quote("\r\n".join(text.splitlines()), safe="")
