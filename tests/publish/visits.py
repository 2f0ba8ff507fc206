"""Released visits for tests of papers: one like the shipped story, one with text that breaks papers."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any

from app.domain.release import Audience, AudienceKind
from app.domain.words import (
    BriefSection,
    Intent,
    Marking,
)
from app.planning import released as r
from tests.publish.story import NAMES, PRINCIPAL, SEOUL, WASHINGTON, entry, full_visit

DELEGATION = Audience(AudienceKind.DELEGATION)
HOST = Audience(AudienceKind.HOST, "NASA")
PUBLIC = Audience(AudienceKind.PUBLIC)
AUDIENCES = (PRINCIPAL, DELEGATION, HOST, PUBLIC)


DECOMPOSED = "\u1112\u1161\u11ab\u1100\u116e\u11a8 협력"  # Hangul in single letters, as some systems store it
LONG_WORD = "x" * 299 + "y"
GERMAN = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzentwurf"
NASTY = (
    "GDP < 3% & rising",
    "Jerry <Ltd>",
    '<img src="/etc/passwd"/>',
    "javascript:alert(1)",
    "&amp; &lt;b&gt; </para> <br/>",
    "<b>bold</b> <a href='javascript:x'>y</a>",
    DECOMPOSED,
    "大韓民國 韓國 科學",
    "Łódź Žižka Őry ğüş Ωμέγα Москва",
    GERMAN,
    LONG_WORD,
    "tab\tand\x00control\x07 letters\u200b",
    "%PDF-1.4 (parens) \\backslash\\ [x]",
)


def visit_for(audience: Audience) -> r.ReleasedVisit:
    """Return what a release to an audience is like: less for hosts, hardly anything for the public."""
    whole = full_visit()
    ceilings = {
        AudienceKind.PRINCIPAL: Marking.CONFIDENTIAL,
        AudienceKind.DELEGATION: Marking.RESTRICTED,
        AudienceKind.HOST: Marking.OFFICIAL_USE,
        AudienceKind.PUBLIC: Marking.PUBLIC,
    }
    ceiling = ceilings[audience.kind]
    cut = below(replace(whole, audience=audience, ceiling=ceiling), ceiling)
    if audience.kind in {AudienceKind.PRINCIPAL, AudienceKind.DELEGATION}:
        return cut
    head = r.Head(
        "v", home_city="Seoul", home_zone=SEOUL, starts_on=whole.visit.starts_on, ends_on=whole.visit.ends_on
    )
    if audience.kind is AudienceKind.HOST:
        head = replace(head, title=whole.visit.title)
        shared = tuple(row for row in cut.entries if row.share_with_host)
        people = tuple(replace(row, phone="", email="", biography="") for row in cut.persons)
        return r.ReleasedVisit(
            audience,
            ceiling,
            NAMES,
            head,
            organisation_id="NASA",
            entries=shared,
            places=cut.places,
            organisations=cut.organisations,
            persons=people,
            members=cut.members,
            participations=cut.participations,
            agenda_items=cut.agenda_items,
        )
    lines = tuple(r.Entry(**{**bare(row), "title": row.title}) for row in cut.entries)
    return r.ReleasedVisit(audience, ceiling, NAMES, head, entries=lines)


def bare(row: r.Entry) -> dict[str, Any]:
    """Return the fields of an entry that say when it is, and no more."""
    times = ("start_wall", "start_zone", "start_utc", "end_wall", "end_zone", "end_utc", "marking", "kind")
    return {name: getattr(row, name) for name in ("id", *times)}


def below(visit: r.ReleasedVisit, ceiling: Marking) -> r.ReleasedVisit:
    """Leave out rows and guarded fields above a marking."""
    rows: dict[str, Any] = {
        name: tuple(row for row in getattr(visit, name) if getattr(row, "marking", Marking.PUBLIC) <= ceiling)
        for _, name in r.TABLES.values()
    }
    rows["topics"] = tuple(_guarded(row, ceiling) for row in rows["topics"])
    return replace(visit, **rows)


def _guarded(topic: r.Topic, ceiling: Marking) -> r.Topic:
    hidden: dict[str, Any] = {
        name: ""
        for name in ("red_line", "if_raised", "likely_position")
        if getattr(topic, f"{name}_marking") > ceiling
    }
    return replace(topic, **hidden)


def nasty_visit() -> r.ReleasedVisit:
    """Return the story with text that breaks papers in every field that takes words."""
    whole = full_visit()
    texts = iter(range(10**6))

    def soil(row: Any) -> Any:
        words = {
            one.name: f"{NASTY[next(texts) % len(NASTY)]} {getattr(row, one.name)}"
            for one in fields(row)
            if one.type in (str, "str") and not one.name.endswith(("id", "_zone", "zone", "code", "_city"))
        }
        return replace(row, **words)

    rows: dict[str, Any] = {
        name: tuple(soil(row) for row in getattr(whole, name)) for _, name in r.TABLES.values()
    }
    head = replace(soil(whole.visit), title=whole.visit.title)
    return replace(whole, visit=head, **rows)


def printed_texts(visit: r.ReleasedVisit, *, unprinted: Iterable[str] = ()) -> Iterable[tuple[str, str]]:
    """Walk over the words of a visit with the name of their column."""
    for table, (_, name) in r.TABLES.items():
        for row in getattr(visit, name):
            for one in fields(row):
                words = getattr(row, one.name)
                column = f"{table}.{one.name}"
                if (
                    one.type in (str, "str")
                    and words
                    and not one.name.endswith("id")
                    and column not in unprinted
                ):
                    yield column, words


def big_visit(meetings: int, texts: int = 6) -> r.ReleasedVisit:
    """Return a visit with many meetings of some pages each, for measuring."""
    whole = full_visit()
    prose = (
        "Partners contribute hardware and take data in return; the study group reports to both heads in "
        "April, with costs left to each side and data open after twelve months. "
    )
    entries, items, points, topics, briefs, paragraphs, places = [], [], [], [], [], [], []
    start = datetime(2024, 1, 22, 9)
    for number in range(meetings):
        key = f"e{number}"
        when = start + timedelta(hours=2 * (number % 5), days=number // 5)
        entries.append(
            entry(
                key,
                f"Meeting {number} with an institute",
                when.isoformat(),
                90,
                WASHINGTON,
                host_organisation_id="NASA",
            )
        )
        briefs.append(r.Brief(f"b{key}", key, "the host"))
        paragraphs += [
            r.BriefParagraph(f"bp{key}{n}", f"b{key}", list(BriefSection)[n % 4], n, prose * 3)
            for n in range(texts)
        ]
        places += [r.Participation(f"pa{key}{m.id}", key, m.id) for m in whole.members]
        for n in range(4):
            topic = f"t{key}{n}"
            topics.append(
                r.Topic(
                    topic,
                    n,
                    f"Topic {n} of meeting {number}",
                    objective=prose,
                    ask=prose,
                    background=prose * texts,
                    red_line=prose,
                )
            )
            items.append(r.AgendaItem(f"i{topic}", key, topic, n, "", 20, "m-vm", Intent.LEAD))
            points += [r.TalkingPoint(f"tp{topic}{k}", f"i{topic}", k, text=prose) for k in range(6)]
    return replace(
        whole,
        entries=tuple(entries),
        briefs=tuple(briefs),
        brief_paragraphs=tuple(paragraphs),
        participations=tuple(places),
        topics=tuple(topics),
        agenda_items=tuple(items),
        talking_points=tuple(points),
    )
