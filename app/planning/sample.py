"""The shipped sample visit: a snapshot like any other, loaded through the same door."""

import json
from pathlib import Path
from typing import Any

from app.paths import RESOURCES
from app.planning.verbs.exchange import load_visit
from app.planning.workspace import Workspace


def create_sample(path: Path) -> None:
    """Make a new planner file with the sample visit in it; never over another file.

    Raises:
        DataError: ``file_exists``, ``folder_missing``, ``file_unwritable``.
    """
    document = sample_document()
    with Workspace.create(path) as space:
        space.do_for_good("Sample visit", load_visit, document)


def sample_document() -> dict[str, Any]:
    """Return the snapshot of the sample visit."""
    document: dict[str, Any] = json.loads((RESOURCES / "sample" / "visit.json").read_text("utf-8"))
    return document
