"""The marks that the file of a brief bears, so that what comes back is known again.

Bookmarks and document properties are what both common word processors keep, also through one another's
formats; comments in the markup and parts of one's own are not. A bookmark's name has 40 letters at the most.
"""

from app.domain.returned import Sent, digest_of
from app.domain.words import Marking, PointKind

#: Property that says what the file is, and by which rules it is to be read.
KIND = "AideMemoire"
BRIEF = "brief 2"
#: Property with the name of the meeting.
MEETING = "AideMemoire.meeting"
#: Properties with the names of the markings, by level; and of what went out, by number.
MARKING = "AideMemoire.marking.{level}"
SENT = "AideMemoire.sent.{number}"

#: Bookmarks of a paragraph of the brief, of the heading of a section, and of any other heading.
PARAGRAPH, SECTION, HEADING = "am_p_", "am_s_", "am_h_"
#: Bookmarks of an item of the agenda, around its heading, and of a talking point.
ITEM, POINT = "am_i_", "am_t_"
#: Bookmark of a line that goes along to be read only: it tells its own words, and so whether they changed.
GIVEN = "am_c_"


def line_mark(words: str) -> str:
    """Return what the bookmark of a given line says of its words, blanks apart."""
    return digest_of("".join(words.split()))


def sent_words(sent: Sent) -> str:
    """Return the value of the property of a row that went out."""
    words = f"{sent.name} {sent.section} {int(sent.marking)} {sent.digest}"
    return words if sent.use is None else f"{words} {sent.use.value}"


def read_sent(words: str) -> Sent | None:
    """Return the row that a property tells of; none where it does not."""
    try:
        name, section, marking, digest, *use = words.split()
        (kind,) = map(PointKind, use) if use else (None,)
        return Sent(name, section, Marking(int(marking)), digest, kind)
    except ValueError:
        return None
