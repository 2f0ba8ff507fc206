"""Bytes that nothing refers to any more are given back; those that a step could bring back are kept."""

from __future__ import annotations

import re

from sqlalchemy import Column, Connection, delete, func, select

from app.data.models import AttachmentBlob, Base, Edition, JournalRow, Step

_SHA256 = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_OPEN = ("done", "undone")


def collect_blobs(connection: Connection) -> int:
    """Remove the bytes that no row, no step within reach of undo or redo and no edition names; count them."""
    blobs = AttachmentBlob.__table__
    loose = set(connection.execute(select(blobs.c.sha256)).scalars())
    for column in _naming_columns():
        if loose:
            loose -= set(connection.execute(select(column).where(column.in_(loose))).scalars())
    if loose:
        loose -= _in_open_steps(connection)
    content = Edition.__table__.c.content
    gone = [
        sha256
        for sha256 in sorted(loose)
        if connection.execute(select(func.count()).where(content.contains(sha256))).scalar() == 0
    ]
    for sha256 in gone:
        connection.execute(delete(blobs).where(blobs.c.sha256 == sha256))
    return len(gone)


def _naming_columns() -> list[Column[str]]:
    """Return the columns of all tables that name bytes: attachments, pictures, masters of editions."""
    return [
        column
        for table in Base.metadata.sorted_tables
        for column in table.c
        if column.name.endswith("sha256") and table.name != AttachmentBlob.__tablename__
    ]


def _in_open_steps(connection: Connection) -> set[str]:
    """Return what the images name that undo or redo may put back.

    A step that was undone or redone stands under its own number and those of the turns made of it.
    """
    steps, journal = Step.__table__, JournalRow.__table__
    within_reach = select(steps.c.number).where(steps.c.state.in_(_OPEN))
    turns = select(steps.c.number).where(steps.c.of_step.in_(within_reach))
    tables = {column.table.name for column in _naming_columns()}
    query = select(journal.c.payload).where(
        journal.c.table.in_(tables),
        journal.c.step_number.in_(within_reach) | journal.c.step_number.in_(turns),
    )
    payloads = (payload for payload in connection.execute(query).scalars() if payload)
    return {sha256 for payload in payloads for sha256 in _SHA256.findall(payload)}
