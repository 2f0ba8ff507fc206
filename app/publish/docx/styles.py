"""The styles and lists of a paper for a word processor, by the names under which it knows them itself.

Sizes are half points, distances twentieths of a point.
"""

from app.domain.words import Marking
from app.publish.docx.markup import NOTHING, Xml, tag, w

TITLE, SUBTITLE, SECTION, ITEM = "Title", "Subtitle", "Heading1", "Heading2"
TEXT, MORE, LISTED, FACT, BANNER, FOOT = (
    "BodyText",
    "BriefMore",
    "ListBullet",
    "BriefFact",
    "Header",
    "Footer",
)
PORTION, LABEL = "PortionMark", "BriefLabel"
BULLETS = 1  # the number of the one list

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_INK, _MUTED, _ACCENT = "1B2430", "5B6675", "1F4E8C"
MARKING_INK = {
    Marking.PUBLIC: "1A6E50",
    Marking.OFFICIAL_USE: "96500A",
    Marking.RESTRICTED: "B42318",
    Marking.CONFIDENTIAL: "B42318",
}
#: Letters that every desk's machine has; for Hangul those that come with each of the two systems.
_LATIN, _HANGUL = "Arial", "Malgun Gothic"
_LEVELS, _STEP = 4, 360


def styles(language: str) -> Xml:
    """Return the part with the styles; ``language`` is the tag of the paper's."""
    defaults = w(
        "docDefaults",
        w(
            "rPrDefault",
            w(
                "rPr",
                w("rFonts", ascii=_LATIN, hAnsi=_LATIN, cs=_LATIN, eastAsia=_HANGUL),
                w("color", val=_INK),
                w("sz", val=21),
                w("szCs", val=21),
                w("lang", val=language, eastAsia="ko-KR"),
            ),
        ),
        w("pPrDefault", w("pPr", w("spacing", after=0, line=276, lineRule="auto"))),
    )
    return tag(
        "w:styles",
        defaults,
        _paragraph("Normal", "Normal", default=1),
        _paragraph(TITLE, "Title", _space(0, 40), _font(34, bold=True), then=SUBTITLE),
        _paragraph(SUBTITLE, "Subtitle", _space(0, 120), _font(19, _MUTED), then=TEXT),
        _paragraph(SECTION, "heading 1", _heading(300, 80, 0), _font(24, _ACCENT, bold=True), then=TEXT),
        _paragraph(ITEM, "heading 2", _heading(180, 40, 1), _font(21, bold=True), then=TEXT),
        _paragraph(TEXT, "Body Text", _space(0, 120)),
        _paragraph(MORE, "Brief, continued", _space(0, 120), above=TEXT, then=TEXT),
        _paragraph(LISTED, "List Bullet", _bulleted(), above=TEXT),
        _paragraph(FACT, "Brief, given", _space(0, 40), _font(19), then=TEXT),
        _paragraph(BANNER, "header", _space(0, 0), _font(17, _MUTED)),
        _paragraph(FOOT, "footer", _space(0, 0), _font(17, _MUTED)),
        _character(PORTION, "Portion mark", w("sz", val=17)),
        _character(LABEL, "Brief, label", w("color", val=_MUTED)),
        **{"xmlns:w": NAMESPACE},
    )


def numbering() -> Xml:
    """Return the part with the one list: bullets, four levels deep."""
    levels = (
        w(
            "lvl",
            w("start", val=1),
            w("numFmt", val="bullet"),
            w("lvlText", val="•"),
            w("lvlJc", val="left"),
            w("pPr", w("ind", left=_STEP * (level + 1), hanging=_STEP)),
            ilvl=level,
        )
        for level in range(_LEVELS)
    )
    abstract = w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=0)
    numbered = w("num", w("abstractNumId", val=0), numId=BULLETS)
    return tag("w:numbering", abstract, numbered, **{"xmlns:w": NAMESPACE})


def _paragraph(
    key: str, name: str, *looks: Xml, above: str = "", then: str = "", default: int | None = None
) -> Xml:
    basis = w("basedOn", val=above or "Normal") if default is None else NOTHING
    following = w("next", val=then) if then else NOTHING
    own = {} if default is None else {"default": default}
    inside = (w("name", val=name), basis, following, w("qFormat"), *looks)
    return w("style", *inside, type="paragraph", **own, styleId=key)


def _character(key: str, name: str, look: Xml) -> Xml:
    return w("style", w("name", val=name), w("qFormat"), w("rPr", look), type="character", styleId=key)


def _space(before: int, after: int) -> Xml:
    return w("pPr", w("spacing", before=before, after=after))


def _bulleted() -> Xml:
    """Return what makes an item of whatever somebody gives the style to."""
    return w("pPr", w("numPr", w("numId", val=BULLETS)), w("spacing", before=0, after=60))


def _heading(before: int, after: int, level: int) -> Xml:
    spaced = w("spacing", before=before, after=after)
    return w("pPr", w("keepNext"), w("keepLines"), spaced, w("outlineLvl", val=level))


def _font(size: int, colour: str = _INK, *, bold: bool = False) -> Xml:
    weight = (w("b"), w("bCs")) if bold else ()
    return w("rPr", *weight, w("color", val=colour), w("sz", val=size), w("szCs", val=size))
