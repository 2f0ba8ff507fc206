"""Rows on their way by mouse: of which kind they are, and which."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

MIME = "application/x-aide-rows"


def put_rows(mime: QMimeData, kind: str, ids: Sequence[str]) -> None:
    """Write down which rows are dragged."""
    mime.setData(MIME, json.dumps({"kind": kind, "ids": list(ids)}).encode())


def rows_of(mime: QMimeData) -> tuple[str, list[str]] | None:
    """Return the kind and the ids of the rows that are dragged; ``None`` where it is something else."""
    if not mime.hasFormat(MIME):
        return None
    try:
        said = json.loads(mime.data(MIME).toStdString())
        kind, ids = said["kind"], said["ids"]
    except (ValueError, KeyError, TypeError):
        return None
    if not isinstance(kind, str) or not isinstance(ids, list):
        return None
    return kind, [str(row_id) for row_id in ids]
