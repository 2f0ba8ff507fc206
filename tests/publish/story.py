"""A released visit like the shipped story, in rows, for tests of papers."""

from datetime import date, datetime, timedelta
from typing import Any

from app.domain.release import Audience, AudienceKind
from app.domain.time import Precision, from_utc, to_utc
from app.domain.words import (
    EntryKind,
    EntryStatus,
    LegMode,
    Marking,
    VisitState,
)
from app.planning import released as r
from tests.publish.story_rows import logistics, people, substance

NAMES = ("PUBLIC", "OFFICIAL USE", "RESTRICTED", "CONFIDENTIAL")
PRINCIPAL = Audience(AudienceKind.PRINCIPAL)

SEOUL, WASHINGTON, PARIS, BERLIN = "Asia/Seoul", "America/New_York", "Europe/Paris", "Europe/Berlin"


def at(wall: str, zone: str) -> tuple[datetime, datetime]:
    """Return a wall time and its instant."""
    time = datetime.fromisoformat(wall)
    return time, to_utc(time, zone, 0)


def entry(id_: str, title: str, start: str, minutes: int, zone: str, **more: Any) -> r.Entry:
    wall, utc = at(start, zone)
    end_zone = more.pop("end_zone", zone)
    end_utc = utc + timedelta(minutes=minutes)
    return r.Entry(
        id=id_,
        title=title,
        start_wall=wall,
        start_zone=zone,
        start_utc=utc,
        end_wall=from_utc(end_utc, end_zone)[0],
        end_zone=end_zone,
        end_utc=end_utc,
        **more,
    )


def _entries() -> tuple[r.Entry, ...]:
    return (
        entry(
            "fly",
            "Flight to Washington",
            "2024-01-22 10:20",
            860,
            SEOUL,
            end_zone=WASHINGTON,
            kind=EntryKind.TRAVEL,
            met_by="Science Counsellor, Embassy",
            notes="Protocol lounge from 08:30; diplomatic pouch with the second car.",
        ),
        entry(
            "breakfast",
            "Delegation breakfast and walk-through",
            "2024-01-23 08:00",
            45,
            WASHINGTON,
            kind=EntryKind.MEAL,
            place_id="hotel",
            room="Salon B",
            start_precision=Precision.ABOUT,
        ),
        entry(
            "nasa",
            "NASA Headquarters — bilateral",
            "2024-01-23 09:30",
            105,
            WASHINGTON,
            place_id="hq",
            room="Room 9F",
            host_organisation_id="NASA",
            met_by="Associate Administrator for International Relations, West Lobby",
            dress="Business",
            press="Official photographer only; handshake at 09:30",
            fallback="Video link from the Embassy, room 2",
            share_with_host=True,
        ),
        entry(
            "press",
            "Press availability",
            "2024-01-23 14:30",
            30,
            WASHINGTON,
            kind=EntryKind.MEDIA,
            marking=Marking.PUBLIC,
            status=EntryStatus.TENTATIVE,
            place_id="hq",
        ),
        entry(
            "dinner",
            "Dinner hosted by the Ambassador",
            "2024-01-23 19:00",
            150,
            WASHINGTON,
            kind=EntryKind.MEAL,
            dress="Dark suit",
            end_precision=Precision.UNDECIDED,
        ),
        entry(
            "fly2",
            "Flight to Paris",
            "2024-01-24 18:25",
            445,
            WASHINGTON,
            end_zone=PARIS,
            kind=EntryKind.TRAVEL,
        ),
        entry(
            "esa",
            "ESA Headquarters",
            "2024-01-25 15:00",
            90,
            PARIS,
            host_organisation_id="ESA",
            marking=Marking.CONFIDENTIAL,
        ),
        entry(
            "mpe",
            "MPE, Garching: X-ray detectors",
            "2024-01-29 10:00",
            120,
            BERLIN,
            kind=EntryKind.SITE_VISIT,
            host_organisation_id="MPE",
        ),
        entry(
            "concert",
            "Concert",
            "2024-01-29 20:00",
            120,
            BERLIN,
            kind=EntryKind.PRIVATE,
            status=EntryStatus.CANCELLED,
        ),
    )


def full_visit(audience: Audience = PRINCIPAL, ceiling: Marking = Marking.CONFIDENTIAL) -> r.ReleasedVisit:
    """Return the whole story, as the principal may see it."""
    return r.ReleasedVisit(
        audience=audience,
        ceiling=ceiling,
        marking_names=NAMES,
        visit=r.Head(
            "v",
            "US & Europe space visit",
            purpose="Turn signed accords into shared hardware.",
            objectives="Join the surface communications study.\nShare lunar data.",
            desired_outcomes="A working group by April.",
            steering="Modest in public, concrete in private.",
            disclaimer="All persons in this visit are invented.",
            state=VisitState.CONFIRMED,
            home_city="Seoul",
            home_zone=SEOUL,
            starts_on=date(2024, 1, 22),
            ends_on=date(2024, 1, 30),
            principal_id="vm",
            organisation_id="KOR",
        ),
        stops=(
            r.Stop(
                "s1",
                1,
                "Washington",
                "워싱턴",
                "US",
                WASHINGTON,
                arrives_on=date(2024, 1, 22),
                leaves_on=date(2024, 1, 24),
                embassy="Embassy, 2450 Massachusetts Avenue",
                embassy_contact="Science Counsellor",
                embassy_phone="+1 202 939 0000",
                emergency_phone="911",
                hospital="GWU Hospital",
            ),
            r.Stop(
                "s2",
                2,
                "Paris",
                "파리",
                "FR",
                PARIS,
                arrives_on=date(2024, 1, 25),
                leaves_on=date(2024, 1, 27),
            ),
            r.Stop(
                "s3",
                3,
                "Garching",
                "",
                "DE",
                BERLIN,
                arrives_on=date(2024, 1, 28),
                leaves_on=date(2024, 1, 30),
            ),
        ),
        parties=(r.Party("p-vm", 1, "Principal"), r.Party("p-t", 2, "Technical team")),
        entries=_entries(),
        entry_parties=(r.EntryParty("ep1", "mpe", "p-t"),),
        legs=(
            r.Leg(
                "l-1", "fly", LegMode.FLIGHT, "Korean Air", "KE093", "Seoul", "ICN", "T2", "Washington", "IAD"
            ),
            r.Leg(
                "l-2",
                "fly2",
                LegMode.FLIGHT,
                "Air France",
                "AF055",
                "Washington",
                "IAD",
                "",
                "Paris",
                "CDG",
                "2E",
            ),
        ),
        places=(
            r.Place(
                "hq",
                "NASA Headquarters",
                "나사 본부",
                street="300 E Street SW",
                city="Washington",
                country_code="US",
                entrance="West Lobby",
                badge_minutes=30,
                phones_policy="Telephones stay outside 9F",
            ),
            r.Place("hotel", "Willard InterContinental", city="Washington"),
        ),
        **people(),
        **substance(),
        **logistics(),
    )
