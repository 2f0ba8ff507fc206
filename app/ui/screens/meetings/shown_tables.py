"""The tables of which a meeting's page shows rows."""

TABLES = (
    *("entry", "agenda_item", "talking_point", "topic", "topic_organisation", "topic_precedent"),
    *("precedent", "precedent_party", "brief", "brief_paragraph", "participation", "seat", "leg"),
    *("place", "organisation", "visit", "member", "person", "interpreter_booking", "gift", "attachment"),
    *("record", "record_point", "decision", "action"),
)
