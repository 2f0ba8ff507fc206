"""Taking files from the disk into the planner: looked at before they are read, and all of them or none."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.data.models import AttachmentBlob
from app.domain.errors import DataError, PlanningError, reason
from app.domain.file_names import check_size
from app.planning.verbs.attachments import add_attachment

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_CHUNK = 8 * 1024**2  # bytes read at once
_PLANNER_SUFFIX = ".aide"


def attach_files(
    session: Session,
    /,
    visit_id: str,
    paths: Sequence[Path],
    *,
    planner: Path,
    entry_id: str | None = None,
    topic_id: str | None = None,
) -> list[str]:
    """Keep files in a visit as one step and return their ids, in the order of ``paths``.

    ``planner`` is the open planner itself, which is never read here: SQLite's locks would be lost.

    Raises:
        PlanningError, DataError: as :func:`weigh` and ``add_attachment`` do; then none is kept.
    """
    weigh(paths, planner)
    ids = []
    for path in paths:
        name = path.name
        data = _read(path)
        kind = mimetypes.guess_type(name)[0] or ""
        where = {"entry_id": entry_id, "topic_id": topic_id}
        ids.append(add_attachment(session, visit_id, name=name, data=data, media_type=kind, **where))
        session.flush()
        for row in [each for each in session if isinstance(each, AttachmentBlob)]:
            session.expunge(row)  # many large files at once need not stand in memory together
    return ids


def weigh(paths: Sequence[Path], planner: Path) -> int:
    """Return how many bytes files have together, without reading them.

    Raises:
        PlanningError: ``attachment_is_folder``, ``attachment_is_planner``, ``attachment_empty``,
            ``attachment_too_large``.
        DataError: ``file_unreadable``.
    """
    return sum(_weigh(path, planner) for path in paths)


def _weigh(path: Path, planner: Path) -> int:
    try:
        target = path.resolve()
        if target.is_dir():
            raise PlanningError("attachment_is_folder", name=path.name)
        size = target.stat().st_size
        beside = target.parent == planner.parent and target.name.startswith(planner.name)
        linked = planner.exists() and target.samefile(planner)
    except (OSError, ValueError, RuntimeError) as error:
        raise _unreadable(path, reason(error)) from error
    if target.suffix.lower() == _PLANNER_SUFFIX or beside or linked:
        raise PlanningError("attachment_is_planner", name=path.name)
    if not target.is_file():  # a pipe or a device has no end
        raise _unreadable(path, "it is not a file")
    check_size(path.name, size)
    return size


def _read(path: Path) -> bytes:
    """Read a file that was weighed; it may have grown since."""
    parts, size = [], 0
    try:
        with path.open("rb") as file:
            while part := file.read(_CHUNK):
                parts.append(part)
                size += len(part)
                check_size(path.name, size)
    except OSError as error:
        raise _unreadable(path, reason(error)) from error
    return b"".join(parts)


def _unreadable(path: Path, detail: str) -> DataError:
    return DataError("file_unreadable", path=str(path), detail=detail)
