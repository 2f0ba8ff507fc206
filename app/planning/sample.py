"""The shipped sample visit: a snapshot like any other, loaded through the same door."""

import json
from pathlib import Path
from typing import Any

from app.data.migrate import partial_path, put_in_place, refuse_existing
from app.domain.errors import DataError, reason
from app.paths import RESOURCES
from app.planning.verbs.exchange import load_visit
from app.planning.workspace import Workspace


def create_sample(path: Path) -> None:
    """Make a new planner file with the sample visit in it; never over another file.

    Raises:
        DataError: ``file_exists``, ``folder_missing``, ``file_unwritable``.
    """
    refuse_existing(path)
    partial = partial_path(path)  # a planner killed while it is filled is not taken for the sample
    try:
        with Workspace.create(partial) as space:
            space.do_for_good("Sample visit", load_visit, sample_document())
        put_in_place(partial, path)
    except OSError as error:
        raise DataError("file_unwritable", path=str(path), detail=reason(error)) from error
    except DataError as error:  # it speaks of the name that the user gave
        raise DataError(error.code, **(error.data | {"path": str(path)})) from error
    finally:
        if partial.parent.is_dir():
            partial.unlink(missing_ok=True)


def sample_document() -> dict[str, Any]:
    """Return the snapshot of the sample visit."""
    document: dict[str, Any] = json.loads((RESOURCES / "sample" / "visit.json").read_text("utf-8"))
    return document
