"""People, substance and logistics of the story that papers are tested with."""

from datetime import date
from typing import Any

from app.domain.words import (
    ActionState,
    Area,
    BriefSection,
    GiftDirection,
    Intent,
    Marking,
    NoteKind,
    PointKind,
    Role,
    RoomUse,
    Side,
)
from app.planning import released as r


def people() -> dict[str, Any]:
    return {
        "organisations": (
            r.Organisation("KOR", "Ministry of Science and ICT", "MSIT", "과학기술정보통신부"),
            r.Organisation(
                "NASA",
                "National Aeronautics and Space Administration",
                "NASA",
                country_code="US",
                city="Washington",
                profile="Founded in 1958; about 18,000 staff; ten field centres.",
            ),
            r.Organisation("ESA", "European Space Agency", "ESA", city="Paris", country_code="FR"),
            r.Organisation(
                "MPE", "Max Planck Institute for Extraterrestrial Physics", "MPE", city="Garching"
            ),
        ),
        "persons": (
            r.Person(
                "vm",
                "Kim",
                "Min-su",
                family_name_first=True,
                native_name="김민수",
                pronunciation="kim min-soo",
                biography="Vice minister since 2023; earlier director of the space bureau.",
                languages="ko, en",
                phone="+82 2 000 0001",
            ),
            r.Person(
                "dg",
                "Lee",
                "Ji-won",
                family_name_first=True,
                native_name="이지원",
                pronunciation="ee jee-won",
            ),
            r.Person(
                "int", "Park", "Yuna", family_name_first=True, native_name="박유나", phone="+82 10 0000 0002"
            ),
            r.Person(
                "da",
                "Łukasiewicz-Hollingsworth",
                "Alexandra",
                pronunciation="woo-kah-SHEH-vich",
                biography="Deputy administrator (invented).",
                email="alexandra@nasa.invalid",
            ),
            r.Person("aa", "Feather", "Karen"),
        ),
        "members": (
            r.Member(
                "m-vm", "vm", "KOR", title="Vice Minister of Science", native_title="제1차관", precedence=1
            ),
            r.Member(
                "m-dg",
                "dg",
                "KOR",
                title="Director General, Space Policy",
                precedence=2,
                duty="Head of staff",
            ),
            r.Member("m-int", "int", "KOR", title="Interpreter", precedence=9, duty="Interpreter"),
            r.Member("m-aa", "aa", "NASA", Side.HOST, title="Associate Administrator, OIIR", precedence=2),
            r.Member("m-da", "da", "NASA", Side.HOST, title="Deputy Administrator", precedence=1),
        ),
        "participations": (
            r.Participation("p1", "nasa", "m-int", Role.INTERPRETER),
            r.Participation("p2", "nasa", "m-dg", Role.NOTE_TAKER),
            r.Participation("p3", "nasa", "m-vm", Role.HEAD),
            r.Participation("p4", "nasa", "m-aa"),
            r.Participation("p5", "nasa", "m-da", Role.HEAD),
        ),
    }


def substance() -> dict[str, Any]:
    return {
        "topics": (
            r.Topic(
                "artemis",
                1,
                "Artemis participation",
                objective="Agree a working group on lunar surface communications, first session by April.",
                ask="A named counterpart and a date.",
                offer="Thirty-five metre antenna time at Yeoju.",
                background="Partners contribute hardware: the MBRSC builds Gateway's airlock with NASA.",
                likely_position="Welcomes hardware; will not commit before the budget.",
                red_line="No cost commitment before the 2025 budget.",
                if_raised="Export licences: propose named contacts on both sides.",
                if_raised_marking=Marking.CONFIDENTIAL,
            ),
            r.Topic(
                "data",
                2,
                "Lunar science data sharing",
                Area.SCIENTIFIC_DATA,
                objective="Mirror Danuri data in PDS4.",
            ),
        ),
        "agenda_items": (
            r.AgendaItem("i1", "nasa", "artemis", 1, "", 25, "m-vm", Intent.LEAD),
            r.AgendaItem("i2", "nasa", "data", 2, "Lunar data", 20, "m-dg"),
            r.AgendaItem("i3", "nasa", None, 3, "Any other business", 10, None, Intent.IF_RAISED),
        ),
        "talking_points": (
            r.TalkingPoint(
                "t1", "i1", 1, text="Korea signed the Accords in 2021 and is ready to move to hardware."
            ),
            r.TalkingPoint("t2", "i1", 2, text="We propose a joint study, results in twelve months."),
            r.TalkingPoint(
                "t3", "i1", 3, PointKind.RESPOND, "The budget is voted in December.", Marking.RESTRICTED
            ),
            r.TalkingPoint("t4", "i1", 4, PointKind.AVOID, "Numbers of any kind.", Marking.CONFIDENTIAL),
        ),
        "briefs": (r.Brief("b1", "nasa", "NASA, by letter of 4 December"), r.Brief("b2", "esa", "")),
        "brief_paragraphs": (
            r.BriefParagraph(
                "bp1", "b1", BriefSection.PURPOSE, 1, "Confirm participation and agree the working group."
            ),
            r.BriefParagraph(
                "bp2", "b1", BriefSection.SCENE, 1, "First meeting since the Accords.", Marking.PUBLIC
            ),
            r.BriefParagraph("bp3", "b1", BriefSection.LOGISTICS, 1, "Badges thirty minutes early."),
            r.BriefParagraph("bp4", "b2", BriefSection.PURPOSE, 1, "Courtesy call.", Marking.CONFIDENTIAL),
        ),
        "precedents": (
            r.Precedent(
                "airlock",
                "Gateway airlock",
                "2024",
                description="MBRSC provides the airlock.",
                lesson="Hardware buys a seat.",
                source="NASA release 24-003",
            ),
        ),
        "precedent_parties": (r.PrecedentParty("pp1", "airlock", "NASA", "launch"),),
        "topic_precedents": (r.TopicPrecedent("tp1", "artemis", "airlock"),),
        "actions": (
            r.Action(
                "a1",
                1,
                "Send the list of instruments",
                owner_id="m-dg",
                due_on=date(2024, 2, 15),
                entry_id="nasa",
            ),
            r.Action(
                "a2",
                2,
                "Name a counterpart for data",
                Side.HOST,
                owner_organisation_id="NASA",
                topic_id="data",
                marking=Marking.RESTRICTED,
            ),
            r.Action("a3", 3, "Done long ago", state=ActionState.DONE),
        ),
        "notes": (
            r.Note("n1", title="On Artemis", text="We are ready to build together.", marking=Marking.PUBLIC),
            r.Note("n2", NoteKind.QUESTION, title="Does it cost?", text="The budget is in December."),
            r.Note("n3", NoteKind.GLOSSARY, title="airlock", text="에어록"),
            r.Note("n4", NoteKind.SPEECH, "dinner", title="Toast", text="Mr Ambassador,\n\nto the Moon."),
        ),
    }


def logistics() -> dict[str, Any]:
    return {
        "vehicles": (
            r.Vehicle("v1", "s1", 1, "Car 1", "Sedan", 4, "AB 123", "James Doe", "+1 202 000 0001"),
            r.Vehicle("v2", "s1", 2, "Van", "Minibus", 8),
        ),
        "rides": (r.Ride("r1", "v1", "nasa", 1), r.Ride("r2", "v2", "nasa", 2)),
        "riders": (r.Rider("ri1", "r1", "m-vm"), r.Rider("ri2", "r1", "m-int"), r.Rider("ri3", "r2", "m-dg")),
        "lodgings": (
            r.Lodging(
                "l1", "s1", "hotel", "", date(2024, 1, 22), date(2024, 1, 24), "+1 202 000 0002", "QX77"
            ),
        ),
        "rooms": (r.Room("ro1", "l1", 1, "1101"), r.Room("ro2", "l1", 2, "1102", RoomUse.CONTROL)),
        "room_guests": (r.RoomGuest("rg1", "ro1", "m-vm"),),
        "gifts": (r.Gift("g1", "dinner", GiftDirection.GIVEN, "Celadon vase", "NASA", "with the Embassy"),),
        "interpreter_bookings": (r.InterpreterBooking("ib1", "nasa", "m-int", "ko", "en", hours=2),),
        "access_requests": (
            r.AccessRequest(
                "ar1", "hq", "nasa", asks_for="Passport number, birth date", due_on=date(2024, 1, 8)
            ),
        ),
        "attachments": (r.Attachment("at1", "nasa", name="Accords text.pdf"),),
    }
