"""The first schema: every word of planning, the journal, drafts and settings.

Revision 0001, after nothing.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "attachment_blob",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_attachment_blob")),
    )
    op.create_table(
        "draft",
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_draft")),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("acronym", sa.String(length=40), nullable=False),
        sa.Column("native_name", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.String(length=36), nullable=True),
        sa.Column("country_code", sa.String(length=2), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("website", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_parent_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_index(op.f("ix_organisation_parent_id"), "organisation", ["parent_id"], unique=False)
    op.create_table(
        "person",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("family_name_first", sa.Boolean(), nullable=False),
        sa.Column("native_name", sa.Text(), nullable=False),
        sa.Column("pronunciation", sa.Text(), nullable=False),
        sa.Column("form_of_address", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("biography", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("private_phone", sa.String(length=40), nullable=False),
        sa.Column("picture_sha256", sa.String(length=64), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("birth_place", sa.Text(), nullable=False),
        sa.Column("sex", sa.String(length=1), nullable=False),
        sa.Column("citizenships", sa.Text(), nullable=False),
        sa.Column("diet", sa.Text(), nullable=False),
        sa.Column("mobility", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_table(
        "precedent",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("years", sa.String(length=40), nullable=False),
        sa.Column("area", sa.String(length=30), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("lesson", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_precedent")),
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("name", name=op.f("uq_setting_name")),
    )
    op.create_table(
        "step",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("of_step", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_step")),
    )
    op.create_index("ix_step_state_number", "step", ["state", "number"], unique=False)
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("step_number", sa.Integer(), nullable=False),
        sa.Column("table", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.String(length=36), nullable=False),
        sa.Column("operation", sa.String(length=10), nullable=False),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.Column("salt", sa.String(length=32), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["step_number"], ["step.number"], name=op.f("fk_journal_step_number_step")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_journal")),
    )
    op.create_index(op.f("ix_journal_step_number"), "journal", ["step_number"], unique=False)
    op.create_table(
        "place",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("native_name", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.String(length=36), nullable=True),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("country_code", sa.String(length=2), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("entrance", sa.Text(), nullable=False),
        sa.Column("holding_room", sa.Text(), nullable=False),
        sa.Column("badge_minutes", sa.Integer(), nullable=True),
        sa.Column("access_rule", sa.Text(), nullable=False),
        sa.Column("phones_policy", sa.Text(), nullable=False),
        sa.Column("hospital", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_place_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
    )
    op.create_index(op.f("ix_place_organisation_id"), "place", ["organisation_id"], unique=False)
    op.create_table(
        "post",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("organisation_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("native_title", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_post_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_post_person_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
    )
    op.create_index(op.f("ix_post_organisation_id"), "post", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_post_person_id"), "post", ["person_id"], unique=False)
    op.create_table(
        "precedent_party",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("precedent_id", sa.String(length=36), nullable=False),
        sa.Column("organisation_id", sa.String(length=36), nullable=False),
        sa.Column("contribution", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_precedent_party_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["precedent_id"],
            ["precedent.id"],
            name=op.f("fk_precedent_party_precedent_id_precedent"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_precedent_party")),
        sa.UniqueConstraint(
            "precedent_id", "organisation_id", name=op.f("uq_precedent_party_precedent_id_organisation_id")
        ),
    )
    op.create_index(
        op.f("ix_precedent_party_organisation_id"), "precedent_party", ["organisation_id"], unique=False
    )
    op.create_index(
        op.f("ix_precedent_party_precedent_id"), "precedent_party", ["precedent_id"], unique=False
    )
    op.create_table(
        "travel_document",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("country_code", sa.String(length=2), nullable=False),
        sa.Column("name_as_printed", sa.Text(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_travel_document_person_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_travel_document")),
    )
    op.create_index(op.f("ix_travel_document_person_id"), "travel_document", ["person_id"], unique=False)
    op.create_table(
        "visit",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("objectives", sa.Text(), nullable=False),
        sa.Column("desired_outcomes", sa.Text(), nullable=False),
        sa.Column("steering", sa.Text(), nullable=False),
        sa.Column("disclaimer", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("home_city", sa.Text(), nullable=False),
        sa.Column("home_zone", sa.String(length=64), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("principal_id", sa.String(length=36), nullable=True),
        sa.Column("organisation_id", sa.String(length=36), nullable=True),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_visit_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["principal_id"],
            ["person.id"],
            name=op.f("fk_visit_principal_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    op.create_index(op.f("ix_visit_organisation_id"), "visit", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_visit_principal_id"), "visit", ["principal_id"], unique=False)
    op.create_table(
        "edition",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("issued_by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_edition_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
        info={"snapshot": False},
    )
    op.create_index(op.f("ix_edition_visit_id"), "edition", ["visit_id"], unique=False)
    op.create_table(
        "entry",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("start_wall", sa.DateTime(), nullable=False),
        sa.Column("start_zone", sa.String(length=64), nullable=False),
        sa.Column("start_fold", sa.Integer(), nullable=False),
        sa.Column("start_precision", sa.String(length=30), nullable=False),
        sa.Column("end_wall", sa.DateTime(), nullable=False),
        sa.Column("end_zone", sa.String(length=64), nullable=False),
        sa.Column("end_fold", sa.Integer(), nullable=False),
        sa.Column("end_precision", sa.String(length=30), nullable=False),
        sa.Column("start_utc", sa.DateTime(), nullable=False),
        sa.Column("end_utc", sa.DateTime(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.String(length=36), nullable=True),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("host_organisation_id", sa.String(length=36), nullable=True),
        sa.Column("share_with_host", sa.Boolean(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("met_by", sa.Text(), nullable=False),
        sa.Column("dress", sa.Text(), nullable=False),
        sa.Column("press", sa.Text(), nullable=False),
        sa.Column("fallback", sa.Text(), nullable=False),
        sa.Column("tied_to_id", sa.String(length=36), nullable=True),
        sa.Column("tied_minutes", sa.Integer(), nullable=False),
        sa.Column("calendar_uid", sa.String(length=80), nullable=False),
        sa.Column("calendar_sequence", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["host_organisation_id"],
            ["organisation.id"],
            name=op.f("fk_entry_host_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["place_id"],
            ["place.id"],
            name=op.f("fk_entry_place_id_place"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tied_to_id"],
            ["entry.id"],
            name=op.f("fk_entry_tied_to_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_entry_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
    )
    op.create_index(op.f("ix_entry_host_organisation_id"), "entry", ["host_organisation_id"], unique=False)
    op.create_index(op.f("ix_entry_place_id"), "entry", ["place_id"], unique=False)
    op.create_index(op.f("ix_entry_tied_to_id"), "entry", ["tied_to_id"], unique=False)
    op.create_index(op.f("ix_entry_visit_id"), "entry", ["visit_id"], unique=False)
    op.create_index("ix_entry_visit_id_start_utc", "entry", ["visit_id", "start_utc"], unique=False)
    op.create_table(
        "member",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("organisation_id", sa.String(length=36), nullable=True),
        sa.Column("side", sa.String(length=30), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("native_title", sa.Text(), nullable=False),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("precedence", sa.Integer(), nullable=False),
        sa.Column("precedence_reason", sa.Text(), nullable=False),
        sa.Column("joins_on", sa.Date(), nullable=True),
        sa.Column("leaves_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_member_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_member_person_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_member_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
    )
    op.create_index(op.f("ix_member_organisation_id"), "member", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_member_person_id"), "member", ["person_id"], unique=False)
    op.create_index(op.f("ix_member_visit_id"), "member", ["visit_id"], unique=False)
    op.create_table(
        "party",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_party_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
    )
    op.create_index(op.f("ix_party_visit_id"), "party", ["visit_id"], unique=False)
    op.create_table(
        "stop",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("native_city", sa.Text(), nullable=False),
        sa.Column("country_code", sa.String(length=2), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("arrives_on", sa.Date(), nullable=False),
        sa.Column("leaves_on", sa.Date(), nullable=False),
        sa.Column("embassy", sa.Text(), nullable=False),
        sa.Column("embassy_contact", sa.Text(), nullable=False),
        sa.Column("embassy_phone", sa.String(length=40), nullable=False),
        sa.Column("emergency_phone", sa.String(length=40), nullable=False),
        sa.Column("hospital", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_stop_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stop")),
    )
    op.create_index(op.f("ix_stop_visit_id"), "stop", ["visit_id"], unique=False)
    op.create_table(
        "visa",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("travel_document_id", sa.String(length=36), nullable=False),
        sa.Column("country_code", sa.String(length=2), nullable=False),
        sa.Column("visa_class", sa.String(length=20), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["travel_document_id"],
            ["travel_document.id"],
            name=op.f("fk_visa_travel_document_id_travel_document"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visa")),
    )
    op.create_index(op.f("ix_visa_travel_document_id"), "visa", ["travel_document_id"], unique=False)
    op.create_table(
        "waiver",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("rule", sa.String(length=60), nullable=False),
        sa.Column("subject_table", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column("accepted_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_waiver_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiver")),
    )
    op.create_index(op.f("ix_waiver_visit_id"), "waiver", ["visit_id"], unique=False)
    op.create_table(
        "access_request",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("place_id", sa.String(length=36), nullable=True),
        sa.Column("entry_id", sa.String(length=36), nullable=True),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("asks_for", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_access_request_entry_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["place_id"],
            ["place.id"],
            name=op.f("fk_access_request_place_id_place"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_access_request_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_request")),
    )
    op.create_index(op.f("ix_access_request_entry_id"), "access_request", ["entry_id"], unique=False)
    op.create_index(op.f("ix_access_request_place_id"), "access_request", ["place_id"], unique=False)
    op.create_index(op.f("ix_access_request_visit_id"), "access_request", ["visit_id"], unique=False)
    op.create_table(
        "baggage_piece",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("tag", sa.String(length=20), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_baggage_piece_member_id_member"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_baggage_piece_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_baggage_piece")),
    )
    op.create_index(op.f("ix_baggage_piece_member_id"), "baggage_piece", ["member_id"], unique=False)
    op.create_index(op.f("ix_baggage_piece_visit_id"), "baggage_piece", ["visit_id"], unique=False)
    op.create_table(
        "brief",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("drafter_id", sa.String(length=36), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("cleared_by", sa.Text(), nullable=False),
        sa.Column("cleared_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["drafter_id"],
            ["member.id"],
            name=op.f("fk_brief_drafter_id_member"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_brief_entry_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_brief_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brief")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_brief_entry_id")),
    )
    op.create_index(op.f("ix_brief_drafter_id"), "brief", ["drafter_id"], unique=False)
    op.create_index(op.f("ix_brief_entry_id"), "brief", ["entry_id"], unique=False)
    op.create_index(op.f("ix_brief_visit_id"), "brief", ["visit_id"], unique=False)
    op.create_table(
        "edition_master",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("edition_id", sa.String(length=36), nullable=False),
        sa.Column("audience", sa.String(length=80), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"],
            ["edition.id"],
            name=op.f("fk_edition_master_edition_id_edition"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_edition_master_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition_master")),
        info={"snapshot": False},
    )
    op.create_index(op.f("ix_edition_master_edition_id"), "edition_master", ["edition_id"], unique=False)
    op.create_index(op.f("ix_edition_master_visit_id"), "edition_master", ["visit_id"], unique=False)
    op.create_table(
        "entry_party",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.Column("party_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_entry_party_entry_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["party_id"],
            ["party.id"],
            name=op.f("fk_entry_party_party_id_party"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_entry_party_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_party")),
        sa.UniqueConstraint("entry_id", "party_id", name=op.f("uq_entry_party_entry_id_party_id")),
    )
    op.create_index(op.f("ix_entry_party_entry_id"), "entry_party", ["entry_id"], unique=False)
    op.create_index(op.f("ix_entry_party_party_id"), "entry_party", ["party_id"], unique=False)
    op.create_index(op.f("ix_entry_party_visit_id"), "entry_party", ["visit_id"], unique=False)
    op.create_table(
        "finding",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("edition_id", sa.String(length=36), nullable=True),
        sa.Column("rule", sa.String(length=60), nullable=False),
        sa.Column("severity", sa.String(length=30), nullable=False),
        sa.Column("subject_table", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column("sentence_data", sa.Text(), nullable=False),
        sa.Column("remedy", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"],
            ["edition.id"],
            name=op.f("fk_finding_edition_id_edition"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_finding_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        info={"snapshot": False},
    )
    op.create_index(op.f("ix_finding_edition_id"), "finding", ["edition_id"], unique=False)
    op.create_index(op.f("ix_finding_visit_id"), "finding", ["visit_id"], unique=False)
    op.create_table(
        "gift",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=True),
        sa.Column("direction", sa.String(length=30), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("giver_id", sa.String(length=36), nullable=True),
        sa.Column("receiver_id", sa.String(length=36), nullable=True),
        sa.Column("organisation_id", sa.String(length=36), nullable=True),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("custody", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_gift_entry_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["giver_id"],
            ["member.id"],
            name=op.f("fk_gift_giver_id_member"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_gift_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["receiver_id"],
            ["member.id"],
            name=op.f("fk_gift_receiver_id_member"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_gift_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gift")),
    )
    op.create_index(op.f("ix_gift_entry_id"), "gift", ["entry_id"], unique=False)
    op.create_index(op.f("ix_gift_giver_id"), "gift", ["giver_id"], unique=False)
    op.create_index(op.f("ix_gift_organisation_id"), "gift", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_gift_receiver_id"), "gift", ["receiver_id"], unique=False)
    op.create_index(op.f("ix_gift_visit_id"), "gift", ["visit_id"], unique=False)
    op.create_table(
        "interpreter_booking",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=True),
        sa.Column("from_language", sa.String(length=12), nullable=False),
        sa.Column("to_language", sa.String(length=12), nullable=False),
        sa.Column("mode", sa.String(length=30), nullable=False),
        sa.Column("hours", sa.Float(), nullable=False),
        sa.Column("documents_sent", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_interpreter_booking_entry_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_interpreter_booking_member_id_member"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_interpreter_booking_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interpreter_booking")),
    )
    op.create_index(
        op.f("ix_interpreter_booking_entry_id"), "interpreter_booking", ["entry_id"], unique=False
    )
    op.create_index(
        op.f("ix_interpreter_booking_member_id"), "interpreter_booking", ["member_id"], unique=False
    )
    op.create_index(
        op.f("ix_interpreter_booking_visit_id"), "interpreter_booking", ["visit_id"], unique=False
    )
    op.create_table(
        "leg",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.Column("mode", sa.String(length=30), nullable=False),
        sa.Column("carrier", sa.Text(), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("from_name", sa.Text(), nullable=False),
        sa.Column("from_code", sa.String(length=8), nullable=False),
        sa.Column("from_terminal", sa.String(length=20), nullable=False),
        sa.Column("to_name", sa.Text(), nullable=False),
        sa.Column("to_code", sa.String(length=8), nullable=False),
        sa.Column("to_terminal", sa.String(length=20), nullable=False),
        sa.Column("booking_reference", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_leg_entry_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_leg_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leg")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_leg_entry_id")),
    )
    op.create_index(op.f("ix_leg_entry_id"), "leg", ["entry_id"], unique=False)
    op.create_index(op.f("ix_leg_visit_id"), "leg", ["visit_id"], unique=False)
    op.create_table(
        "lodging",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("stop_id", sa.String(length=36), nullable=True),
        sa.Column("place_id", sa.String(length=36), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("confirmation", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["place_id"],
            ["place.id"],
            name=op.f("fk_lodging_place_id_place"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["stop_id"],
            ["stop.id"],
            name=op.f("fk_lodging_stop_id_stop"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_lodging_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lodging")),
    )
    op.create_index(op.f("ix_lodging_place_id"), "lodging", ["place_id"], unique=False)
    op.create_index(op.f("ix_lodging_stop_id"), "lodging", ["stop_id"], unique=False)
    op.create_index(op.f("ix_lodging_visit_id"), "lodging", ["visit_id"], unique=False)
    op.create_table(
        "note",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_note_entry_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_note_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    op.create_index(op.f("ix_note_entry_id"), "note", ["entry_id"], unique=False)
    op.create_index(op.f("ix_note_visit_id"), "note", ["visit_id"], unique=False)
    op.create_table(
        "participation",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("attended", sa.Boolean(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_participation_entry_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_participation_member_id_member"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_participation_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
        sa.UniqueConstraint("entry_id", "member_id", name=op.f("uq_participation_entry_id_member_id")),
    )
    op.create_index(op.f("ix_participation_entry_id"), "participation", ["entry_id"], unique=False)
    op.create_index(op.f("ix_participation_member_id"), "participation", ["member_id"], unique=False)
    op.create_index(op.f("ix_participation_visit_id"), "participation", ["visit_id"], unique=False)
    op.create_table(
        "party_member",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("party_id", sa.String(length=36), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_party_member_member_id_member"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["party_id"],
            ["party.id"],
            name=op.f("fk_party_member_party_id_party"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_party_member_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party_member")),
        sa.UniqueConstraint("party_id", "member_id", name=op.f("uq_party_member_party_id_member_id")),
    )
    op.create_index(op.f("ix_party_member_member_id"), "party_member", ["member_id"], unique=False)
    op.create_index(op.f("ix_party_member_party_id"), "party_member", ["party_id"], unique=False)
    op.create_index(op.f("ix_party_member_visit_id"), "party_member", ["visit_id"], unique=False)
    op.create_table(
        "record",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.Column("present", sa.Text(), nullable=False),
        sa.Column("memorandum", sa.Text(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.Column("readout", sa.Text(), nullable=False),
        sa.Column("readout_marking", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_record_entry_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_record_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_record_entry_id")),
    )
    op.create_index(op.f("ix_record_entry_id"), "record", ["entry_id"], unique=False)
    op.create_index(op.f("ix_record_visit_id"), "record", ["visit_id"], unique=False)
    op.create_table(
        "topic",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("thread_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("area", sa.String(length=30), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.Column("objective", sa.Text(), nullable=False),
        sa.Column("ask", sa.Text(), nullable=False),
        sa.Column("offer", sa.Text(), nullable=False),
        sa.Column("background", sa.Text(), nullable=False),
        sa.Column("likely_position", sa.Text(), nullable=False),
        sa.Column("likely_position_marking", sa.Integer(), nullable=False),
        sa.Column("red_line", sa.Text(), nullable=False),
        sa.Column("red_line_marking", sa.Integer(), nullable=False),
        sa.Column("if_raised", sa.Text(), nullable=False),
        sa.Column("if_raised_marking", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["member.id"],
            name=op.f("fk_topic_owner_id_member"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_topic_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic")),
    )
    op.create_index(op.f("ix_topic_owner_id"), "topic", ["owner_id"], unique=False)
    op.create_index(op.f("ix_topic_visit_id"), "topic", ["visit_id"], unique=False)
    op.create_table(
        "vehicle",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("stop_id", sa.String(length=36), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("plate", sa.String(length=20), nullable=False),
        sa.Column("driver", sa.Text(), nullable=False),
        sa.Column("driver_phone", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["stop_id"],
            ["stop.id"],
            name=op.f("fk_vehicle_stop_id_stop"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_vehicle_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle")),
    )
    op.create_index(op.f("ix_vehicle_stop_id"), "vehicle", ["stop_id"], unique=False)
    op.create_index(op.f("ix_vehicle_visit_id"), "vehicle", ["visit_id"], unique=False)
    op.create_table(
        "access_person",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("access_request_id", sa.String(length=36), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=False),
        sa.Column("missing", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["access_request_id"],
            ["access_request.id"],
            name=op.f("fk_access_person_access_request_id_access_request"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_access_person_member_id_member"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_access_person_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_person")),
    )
    op.create_index(
        op.f("ix_access_person_access_request_id"), "access_person", ["access_request_id"], unique=False
    )
    op.create_index(op.f("ix_access_person_member_id"), "access_person", ["member_id"], unique=False)
    op.create_index(op.f("ix_access_person_visit_id"), "access_person", ["visit_id"], unique=False)
    op.create_table(
        "action",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owed_by", sa.String(length=30), nullable=False),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("owner_organisation_id", sa.String(length=36), nullable=True),
        sa.Column("counterpart_organisation_id", sa.String(length=36), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=True),
        sa.Column("topic_id", sa.String(length=36), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["counterpart_organisation_id"],
            ["organisation.id"],
            name=op.f("fk_action_counterpart_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_action_entry_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["member.id"],
            name=op.f("fk_action_owner_id_member"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_organisation_id"],
            ["organisation.id"],
            name=op.f("fk_action_owner_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"],
            ["topic.id"],
            name=op.f("fk_action_topic_id_topic"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_action_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )
    op.create_index(
        op.f("ix_action_counterpart_organisation_id"), "action", ["counterpart_organisation_id"], unique=False
    )
    op.create_index(op.f("ix_action_entry_id"), "action", ["entry_id"], unique=False)
    op.create_index(op.f("ix_action_owner_id"), "action", ["owner_id"], unique=False)
    op.create_index(
        op.f("ix_action_owner_organisation_id"), "action", ["owner_organisation_id"], unique=False
    )
    op.create_index(op.f("ix_action_topic_id"), "action", ["topic_id"], unique=False)
    op.create_index(op.f("ix_action_visit_id"), "action", ["visit_id"], unique=False)
    op.create_table(
        "agenda_item",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.Column("topic_id", sa.String(length=36), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("speaker_id", sa.String(length=36), nullable=True),
        sa.Column("intent", sa.String(length=30), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=30), nullable=True),
        sa.Column("outcome_note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_agenda_item_entry_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"],
            ["member.id"],
            name=op.f("fk_agenda_item_speaker_id_member"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"],
            ["topic.id"],
            name=op.f("fk_agenda_item_topic_id_topic"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_agenda_item_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    op.create_index(op.f("ix_agenda_item_entry_id"), "agenda_item", ["entry_id"], unique=False)
    op.create_index(op.f("ix_agenda_item_speaker_id"), "agenda_item", ["speaker_id"], unique=False)
    op.create_index(op.f("ix_agenda_item_topic_id"), "agenda_item", ["topic_id"], unique=False)
    op.create_index(op.f("ix_agenda_item_visit_id"), "agenda_item", ["visit_id"], unique=False)
    op.create_table(
        "attachment",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=True),
        sa.Column("topic_id", sa.String(length=36), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(length=80), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_attachment_entry_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"],
            ["topic.id"],
            name=op.f("fk_attachment_topic_id_topic"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_attachment_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_entry_id"), "attachment", ["entry_id"], unique=False)
    op.create_index(op.f("ix_attachment_topic_id"), "attachment", ["topic_id"], unique=False)
    op.create_index(op.f("ix_attachment_visit_id"), "attachment", ["visit_id"], unique=False)
    op.create_table(
        "brief_paragraph",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("brief_id", sa.String(length=36), nullable=False),
        sa.Column("section", sa.String(length=30), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["brief_id"],
            ["brief.id"],
            name=op.f("fk_brief_paragraph_brief_id_brief"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_brief_paragraph_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brief_paragraph")),
    )
    op.create_index(op.f("ix_brief_paragraph_brief_id"), "brief_paragraph", ["brief_id"], unique=False)
    op.create_index(op.f("ix_brief_paragraph_visit_id"), "brief_paragraph", ["visit_id"], unique=False)
    op.create_table(
        "edition_copy",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("edition_master_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_master_id"],
            ["edition_master.id"],
            name=op.f("fk_edition_copy_edition_master_id_edition_master"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_edition_copy_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition_copy")),
        info={"snapshot": False},
    )
    op.create_index(
        op.f("ix_edition_copy_edition_master_id"), "edition_copy", ["edition_master_id"], unique=False
    )
    op.create_index(op.f("ix_edition_copy_visit_id"), "edition_copy", ["visit_id"], unique=False)
    op.create_table(
        "ride",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("vehicle_id", sa.String(length=36), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_ride_entry_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"],
            ["vehicle.id"],
            name=op.f("fk_ride_vehicle_id_vehicle"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_ride_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ride")),
    )
    op.create_index(op.f("ix_ride_entry_id"), "ride", ["entry_id"], unique=False)
    op.create_index(op.f("ix_ride_vehicle_id"), "ride", ["vehicle_id"], unique=False)
    op.create_index(op.f("ix_ride_visit_id"), "ride", ["visit_id"], unique=False)
    op.create_table(
        "room",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("lodging_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("use", sa.String(length=30), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lodging_id"],
            ["lodging.id"],
            name=op.f("fk_room_lodging_id_lodging"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_room_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
    )
    op.create_index(op.f("ix_room_lodging_id"), "room", ["lodging_id"], unique=False)
    op.create_index(op.f("ix_room_visit_id"), "room", ["visit_id"], unique=False)
    op.create_table(
        "seat",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("table_side", sa.String(length=20), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_seat_participation_id_participation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_seat_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
        sa.UniqueConstraint("participation_id", name=op.f("uq_seat_participation_id")),
    )
    op.create_index(op.f("ix_seat_participation_id"), "seat", ["participation_id"], unique=False)
    op.create_index(op.f("ix_seat_visit_id"), "seat", ["visit_id"], unique=False)
    op.create_table(
        "topic_organisation",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("topic_id", sa.String(length=36), nullable=False),
        sa.Column("organisation_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_topic_organisation_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"],
            ["topic.id"],
            name=op.f("fk_topic_organisation_topic_id_topic"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_topic_organisation_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic_organisation")),
        sa.UniqueConstraint(
            "topic_id", "organisation_id", name=op.f("uq_topic_organisation_topic_id_organisation_id")
        ),
    )
    op.create_index(
        op.f("ix_topic_organisation_organisation_id"), "topic_organisation", ["organisation_id"], unique=False
    )
    op.create_index(op.f("ix_topic_organisation_topic_id"), "topic_organisation", ["topic_id"], unique=False)
    op.create_index(op.f("ix_topic_organisation_visit_id"), "topic_organisation", ["visit_id"], unique=False)
    op.create_table(
        "topic_precedent",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("topic_id", sa.String(length=36), nullable=False),
        sa.Column("precedent_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["precedent_id"],
            ["precedent.id"],
            name=op.f("fk_topic_precedent_precedent_id_precedent"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"],
            ["topic.id"],
            name=op.f("fk_topic_precedent_topic_id_topic"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_topic_precedent_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic_precedent")),
        sa.UniqueConstraint(
            "topic_id", "precedent_id", name=op.f("uq_topic_precedent_topic_id_precedent_id")
        ),
    )
    op.create_index(
        op.f("ix_topic_precedent_precedent_id"), "topic_precedent", ["precedent_id"], unique=False
    )
    op.create_index(op.f("ix_topic_precedent_topic_id"), "topic_precedent", ["topic_id"], unique=False)
    op.create_index(op.f("ix_topic_precedent_visit_id"), "topic_precedent", ["visit_id"], unique=False)
    op.create_table(
        "action_note",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("action_id", sa.String(length=36), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("noted_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_action_note_action_id_action"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_action_note_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_note")),
    )
    op.create_index(op.f("ix_action_note_action_id"), "action_note", ["action_id"], unique=False)
    op.create_index(op.f("ix_action_note_visit_id"), "action_note", ["visit_id"], unique=False)
    op.create_table(
        "decision",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.Column("agenda_item_id", sa.String(length=36), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_item.id"],
            name=op.f("fk_decision_agenda_item_id_agenda_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_decision_entry_id_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_decision_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_index(op.f("ix_decision_agenda_item_id"), "decision", ["agenda_item_id"], unique=False)
    op.create_index(op.f("ix_decision_entry_id"), "decision", ["entry_id"], unique=False)
    op.create_index(op.f("ix_decision_visit_id"), "decision", ["visit_id"], unique=False)
    op.create_table(
        "record_point",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("agenda_item_id", sa.String(length=36), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_item.id"],
            name=op.f("fk_record_point_agenda_item_id_agenda_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
            name=op.f("fk_record_point_record_id_record"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_record_point_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_point")),
    )
    op.create_index(op.f("ix_record_point_agenda_item_id"), "record_point", ["agenda_item_id"], unique=False)
    op.create_index(op.f("ix_record_point_record_id"), "record_point", ["record_id"], unique=False)
    op.create_index(op.f("ix_record_point_visit_id"), "record_point", ["visit_id"], unique=False)
    op.create_table(
        "rider",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("ride_id", sa.String(length=36), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_rider_member_id_member"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["ride_id"],
            ["ride.id"],
            name=op.f("fk_rider_ride_id_ride"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_rider_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rider")),
    )
    op.create_index(op.f("ix_rider_member_id"), "rider", ["member_id"], unique=False)
    op.create_index(op.f("ix_rider_ride_id"), "rider", ["ride_id"], unique=False)
    op.create_index(op.f("ix_rider_visit_id"), "rider", ["visit_id"], unique=False)
    op.create_table(
        "room_guest",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("room_id", sa.String(length=36), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_room_guest_member_id_member"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["room.id"],
            name=op.f("fk_room_guest_room_id_room"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_room_guest_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room_guest")),
    )
    op.create_index(op.f("ix_room_guest_member_id"), "room_guest", ["member_id"], unique=False)
    op.create_index(op.f("ix_room_guest_room_id"), "room_guest", ["room_id"], unique=False)
    op.create_index(op.f("ix_room_guest_visit_id"), "room_guest", ["visit_id"], unique=False)
    op.create_table(
        "talking_point",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("agenda_item_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_item.id"],
            name=op.f("fk_talking_point_agenda_item_id_agenda_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_talking_point_visit_id_visit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talking_point")),
    )
    op.create_index(
        op.f("ix_talking_point_agenda_item_id"), "talking_point", ["agenda_item_id"], unique=False
    )
    op.create_index(op.f("ix_talking_point_visit_id"), "talking_point", ["visit_id"], unique=False)


def downgrade() -> None:
    """Drop all tables."""
    op.drop_index(op.f("ix_talking_point_visit_id"), table_name="talking_point")
    op.drop_index(op.f("ix_talking_point_agenda_item_id"), table_name="talking_point")
    op.drop_table("talking_point")
    op.drop_index(op.f("ix_room_guest_visit_id"), table_name="room_guest")
    op.drop_index(op.f("ix_room_guest_room_id"), table_name="room_guest")
    op.drop_index(op.f("ix_room_guest_member_id"), table_name="room_guest")
    op.drop_table("room_guest")
    op.drop_index(op.f("ix_rider_visit_id"), table_name="rider")
    op.drop_index(op.f("ix_rider_ride_id"), table_name="rider")
    op.drop_index(op.f("ix_rider_member_id"), table_name="rider")
    op.drop_table("rider")
    op.drop_index(op.f("ix_record_point_visit_id"), table_name="record_point")
    op.drop_index(op.f("ix_record_point_record_id"), table_name="record_point")
    op.drop_index(op.f("ix_record_point_agenda_item_id"), table_name="record_point")
    op.drop_table("record_point")
    op.drop_index(op.f("ix_decision_visit_id"), table_name="decision")
    op.drop_index(op.f("ix_decision_entry_id"), table_name="decision")
    op.drop_index(op.f("ix_decision_agenda_item_id"), table_name="decision")
    op.drop_table("decision")
    op.drop_index(op.f("ix_action_note_visit_id"), table_name="action_note")
    op.drop_index(op.f("ix_action_note_action_id"), table_name="action_note")
    op.drop_table("action_note")
    op.drop_index(op.f("ix_topic_precedent_visit_id"), table_name="topic_precedent")
    op.drop_index(op.f("ix_topic_precedent_topic_id"), table_name="topic_precedent")
    op.drop_index(op.f("ix_topic_precedent_precedent_id"), table_name="topic_precedent")
    op.drop_table("topic_precedent")
    op.drop_index(op.f("ix_topic_organisation_visit_id"), table_name="topic_organisation")
    op.drop_index(op.f("ix_topic_organisation_topic_id"), table_name="topic_organisation")
    op.drop_index(op.f("ix_topic_organisation_organisation_id"), table_name="topic_organisation")
    op.drop_table("topic_organisation")
    op.drop_index(op.f("ix_seat_visit_id"), table_name="seat")
    op.drop_index(op.f("ix_seat_participation_id"), table_name="seat")
    op.drop_table("seat")
    op.drop_index(op.f("ix_room_visit_id"), table_name="room")
    op.drop_index(op.f("ix_room_lodging_id"), table_name="room")
    op.drop_table("room")
    op.drop_index(op.f("ix_ride_visit_id"), table_name="ride")
    op.drop_index(op.f("ix_ride_vehicle_id"), table_name="ride")
    op.drop_index(op.f("ix_ride_entry_id"), table_name="ride")
    op.drop_table("ride")
    op.drop_index(op.f("ix_edition_copy_visit_id"), table_name="edition_copy")
    op.drop_index(op.f("ix_edition_copy_edition_master_id"), table_name="edition_copy")
    op.drop_table("edition_copy")
    op.drop_index(op.f("ix_brief_paragraph_visit_id"), table_name="brief_paragraph")
    op.drop_index(op.f("ix_brief_paragraph_brief_id"), table_name="brief_paragraph")
    op.drop_table("brief_paragraph")
    op.drop_index(op.f("ix_attachment_visit_id"), table_name="attachment")
    op.drop_index(op.f("ix_attachment_topic_id"), table_name="attachment")
    op.drop_index(op.f("ix_attachment_entry_id"), table_name="attachment")
    op.drop_table("attachment")
    op.drop_index(op.f("ix_agenda_item_visit_id"), table_name="agenda_item")
    op.drop_index(op.f("ix_agenda_item_topic_id"), table_name="agenda_item")
    op.drop_index(op.f("ix_agenda_item_speaker_id"), table_name="agenda_item")
    op.drop_index(op.f("ix_agenda_item_entry_id"), table_name="agenda_item")
    op.drop_table("agenda_item")
    op.drop_index(op.f("ix_action_visit_id"), table_name="action")
    op.drop_index(op.f("ix_action_topic_id"), table_name="action")
    op.drop_index(op.f("ix_action_owner_organisation_id"), table_name="action")
    op.drop_index(op.f("ix_action_owner_id"), table_name="action")
    op.drop_index(op.f("ix_action_entry_id"), table_name="action")
    op.drop_index(op.f("ix_action_counterpart_organisation_id"), table_name="action")
    op.drop_table("action")
    op.drop_index(op.f("ix_access_person_visit_id"), table_name="access_person")
    op.drop_index(op.f("ix_access_person_member_id"), table_name="access_person")
    op.drop_index(op.f("ix_access_person_access_request_id"), table_name="access_person")
    op.drop_table("access_person")
    op.drop_index(op.f("ix_vehicle_visit_id"), table_name="vehicle")
    op.drop_index(op.f("ix_vehicle_stop_id"), table_name="vehicle")
    op.drop_table("vehicle")
    op.drop_index(op.f("ix_topic_visit_id"), table_name="topic")
    op.drop_index(op.f("ix_topic_owner_id"), table_name="topic")
    op.drop_table("topic")
    op.drop_index(op.f("ix_record_visit_id"), table_name="record")
    op.drop_index(op.f("ix_record_entry_id"), table_name="record")
    op.drop_table("record")
    op.drop_index(op.f("ix_party_member_visit_id"), table_name="party_member")
    op.drop_index(op.f("ix_party_member_party_id"), table_name="party_member")
    op.drop_index(op.f("ix_party_member_member_id"), table_name="party_member")
    op.drop_table("party_member")
    op.drop_index(op.f("ix_participation_visit_id"), table_name="participation")
    op.drop_index(op.f("ix_participation_member_id"), table_name="participation")
    op.drop_index(op.f("ix_participation_entry_id"), table_name="participation")
    op.drop_table("participation")
    op.drop_index(op.f("ix_note_visit_id"), table_name="note")
    op.drop_index(op.f("ix_note_entry_id"), table_name="note")
    op.drop_table("note")
    op.drop_index(op.f("ix_lodging_visit_id"), table_name="lodging")
    op.drop_index(op.f("ix_lodging_stop_id"), table_name="lodging")
    op.drop_index(op.f("ix_lodging_place_id"), table_name="lodging")
    op.drop_table("lodging")
    op.drop_index(op.f("ix_leg_visit_id"), table_name="leg")
    op.drop_index(op.f("ix_leg_entry_id"), table_name="leg")
    op.drop_table("leg")
    op.drop_index(op.f("ix_interpreter_booking_visit_id"), table_name="interpreter_booking")
    op.drop_index(op.f("ix_interpreter_booking_member_id"), table_name="interpreter_booking")
    op.drop_index(op.f("ix_interpreter_booking_entry_id"), table_name="interpreter_booking")
    op.drop_table("interpreter_booking")
    op.drop_index(op.f("ix_gift_visit_id"), table_name="gift")
    op.drop_index(op.f("ix_gift_receiver_id"), table_name="gift")
    op.drop_index(op.f("ix_gift_organisation_id"), table_name="gift")
    op.drop_index(op.f("ix_gift_giver_id"), table_name="gift")
    op.drop_index(op.f("ix_gift_entry_id"), table_name="gift")
    op.drop_table("gift")
    op.drop_index(op.f("ix_finding_visit_id"), table_name="finding")
    op.drop_index(op.f("ix_finding_edition_id"), table_name="finding")
    op.drop_table("finding")
    op.drop_index(op.f("ix_entry_party_visit_id"), table_name="entry_party")
    op.drop_index(op.f("ix_entry_party_party_id"), table_name="entry_party")
    op.drop_index(op.f("ix_entry_party_entry_id"), table_name="entry_party")
    op.drop_table("entry_party")
    op.drop_index(op.f("ix_edition_master_visit_id"), table_name="edition_master")
    op.drop_index(op.f("ix_edition_master_edition_id"), table_name="edition_master")
    op.drop_table("edition_master")
    op.drop_index(op.f("ix_brief_visit_id"), table_name="brief")
    op.drop_index(op.f("ix_brief_entry_id"), table_name="brief")
    op.drop_index(op.f("ix_brief_drafter_id"), table_name="brief")
    op.drop_table("brief")
    op.drop_index(op.f("ix_baggage_piece_visit_id"), table_name="baggage_piece")
    op.drop_index(op.f("ix_baggage_piece_member_id"), table_name="baggage_piece")
    op.drop_table("baggage_piece")
    op.drop_index(op.f("ix_access_request_visit_id"), table_name="access_request")
    op.drop_index(op.f("ix_access_request_place_id"), table_name="access_request")
    op.drop_index(op.f("ix_access_request_entry_id"), table_name="access_request")
    op.drop_table("access_request")
    op.drop_index(op.f("ix_waiver_visit_id"), table_name="waiver")
    op.drop_table("waiver")
    op.drop_index(op.f("ix_visa_travel_document_id"), table_name="visa")
    op.drop_table("visa")
    op.drop_index(op.f("ix_stop_visit_id"), table_name="stop")
    op.drop_table("stop")
    op.drop_index(op.f("ix_party_visit_id"), table_name="party")
    op.drop_table("party")
    op.drop_index(op.f("ix_member_visit_id"), table_name="member")
    op.drop_index(op.f("ix_member_person_id"), table_name="member")
    op.drop_index(op.f("ix_member_organisation_id"), table_name="member")
    op.drop_table("member")
    op.drop_index("ix_entry_visit_id_start_utc", table_name="entry")
    op.drop_index(op.f("ix_entry_visit_id"), table_name="entry")
    op.drop_index(op.f("ix_entry_tied_to_id"), table_name="entry")
    op.drop_index(op.f("ix_entry_place_id"), table_name="entry")
    op.drop_index(op.f("ix_entry_host_organisation_id"), table_name="entry")
    op.drop_table("entry")
    op.drop_index(op.f("ix_edition_visit_id"), table_name="edition")
    op.drop_table("edition")
    op.drop_index(op.f("ix_visit_principal_id"), table_name="visit")
    op.drop_index(op.f("ix_visit_organisation_id"), table_name="visit")
    op.drop_table("visit")
    op.drop_index(op.f("ix_travel_document_person_id"), table_name="travel_document")
    op.drop_table("travel_document")
    op.drop_index(op.f("ix_precedent_party_precedent_id"), table_name="precedent_party")
    op.drop_index(op.f("ix_precedent_party_organisation_id"), table_name="precedent_party")
    op.drop_table("precedent_party")
    op.drop_index(op.f("ix_post_person_id"), table_name="post")
    op.drop_index(op.f("ix_post_organisation_id"), table_name="post")
    op.drop_table("post")
    op.drop_index(op.f("ix_place_organisation_id"), table_name="place")
    op.drop_table("place")
    op.drop_index(op.f("ix_journal_step_number"), table_name="journal")
    op.drop_table("journal")
    op.drop_index("ix_step_state_number", table_name="step")
    op.drop_table("step")
    op.drop_table("setting")
    op.drop_table("precedent")
    op.drop_table("person")
    op.drop_index(op.f("ix_organisation_parent_id"), table_name="organisation")
    op.drop_table("organisation")
    op.drop_table("draft")
    op.drop_table("attachment_blob")
