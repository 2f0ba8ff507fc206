"""A zip from elsewhere: opened only as far as it is asked for, and never beyond a measure.

Nothing is unpacked to the disk, and no name in it is ever a path of ours.
"""

import zipfile
import zlib
from io import BytesIO

from app.domain.errors import PlanningError

_MEGABYTE = 1024**2
LARGEST_FILE = 20 * _MEGABYTE  # bytes of the whole; a brief with pictures in it has a few
LARGEST_PART = 32 * _MEGABYTE  # bytes of one part when it is open
MOST_PARTS = 2_000
_KNOWN = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # no other belongs into a document
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, and what is encrypted with a passphrase
#: What zipfile says of bytes that are no sound zip, apart from a name that is not there.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, ValueError, OverflowError, NotImplementedError, RuntimeError, OSError,
    EOFError,
)  # fmt: skip


class Archive:
    """The parts of a zip by name."""

    def __init__(self, content: bytes) -> None:
        """Look into a zip.

        Raises:
            PlanningError: ``document_too_large``; ``document_locked``, an old or encrypted document;
                ``document_unreadable``, no zip at all or a damaged one.
        """
        if len(content) > LARGEST_FILE:
            raise PlanningError("document_too_large", most=LARGEST_FILE // _MEGABYTE)
        if content.startswith(_OLD_OFFICE):
            raise PlanningError("document_locked")
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except _DAMAGED as error:
            raise PlanningError("document_unreadable") from error
        if len(self._zip.namelist()) > MOST_PARTS:
            raise PlanningError("document_unsafe")

    def part(self, name: str) -> bytes | None:
        """Return a part opened, or none where there is none.

        Raises:
            PlanningError: ``document_unsafe``, it grows beyond measure; ``document_unreadable``.
        """
        try:
            if self._zip.getinfo(name).compress_type not in _KNOWN:
                raise PlanningError("document_unreadable")
            with self._zip.open(name) as part:
                content = part.read(LARGEST_PART + 1)  # what its head says of its size is not believed
        except KeyError:
            return None
        except _DAMAGED as error:
            raise PlanningError("document_unreadable") from error
        if len(content) > LARGEST_PART:
            raise PlanningError("document_unsafe")
        return content
