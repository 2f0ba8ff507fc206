"""One writer for each planner file: who holds the lock beside it may write, all others only read."""

import os
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout


def take_lock(path: Path) -> FileLock | None:
    """Return the lock of a planner file, held; ``None`` where another has it, or nothing can be written."""
    if not os.access(path, os.W_OK):
        return None
    lock = FileLock(path.with_name(path.name + ".lock"), timeout=0)
    try:
        lock.acquire()
    except (Timeout, OSError):  # held by another program, or a folder that cannot be written
        return None
    return lock


def free_lock(lock: FileLock) -> None:
    """Let others write the file."""
    # Unlinked while it is still held: afterwards, another program might hold a file of this name already.
    with suppress(OSError):
        Path(lock.lock_file).unlink()
    lock.release()
