"""What the window remembers of this user from one day to the next. Nothing of a visit stands here."""

import json
from abc import abstractmethod
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from app.domain.release import DEFAULT_AUDIENCE
from app.paths import config_dir

FILE_NAME = "window.ini"
RECENT_FILES = 10
ZOOM_MOST = 4000.0
USUAL_ZOOM = (166.0, 46.0)  # of the board: a day's width and an hour's height, in pixels

Scheme = Literal["system", "light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("system", "light", "dark")
PAPERS = ("a4", "letter")
PROGRAMME_FORMS = ("visit", "day", "list")
PROGRAMME_GROUPINGS = ("day", "place", "party", "status", "kind", "none")

T = TypeVar("T")
S = TypeVar("S", bound=str)


class _Setting(Generic[T]):
    """One setting of ``Preferences``, read and written under its key; subclasses say how it is stored."""

    def __init__(self, key: str) -> None:
        self._key = key

    def __get__(self, owner: "Preferences", _kind: type["Preferences"]) -> T:
        return self.read(owner.settings.value(self._key))

    def __set__(self, owner: "Preferences", value: T) -> None:
        owner.settings.setValue(self._key, self.write(value))

    @abstractmethod
    def read(self, stored: object) -> T:
        """Return what is stored, or the default where it is missing or cannot be read."""

    def write(self, value: T) -> object:
        """Return how a value is stored."""
        return str(value)


class _Bytes(_Setting[QByteArray]):
    def read(self, stored: object) -> QByteArray:
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def write(self, value: QByteArray) -> object:
        return value


class _Pixels(_Setting[int]):
    def read(self, stored: object) -> int:
        text = str(stored)
        return int(text) if text.isdecimal() and text.isascii() else 0


class _Switch(_Setting[bool]):
    """On unless it was switched off."""

    def read(self, stored: object) -> bool:
        return stored != "False"


class _Text(_Setting[str]):
    def __init__(self, key: str, default: str) -> None:
        super().__init__(key)
        self._default = default

    def read(self, stored: object) -> str:
        return stored if isinstance(stored, str) and stored else self._default


class _Choice(_Setting[S]):
    """One of several; the first where it is none of them."""

    def __init__(self, key: str, choices: tuple[S, ...]) -> None:
        super().__init__(key)
        self._choices = choices

    def read(self, stored: object) -> S:
        return next((choice for choice in self._choices if choice == stored), self._choices[0])


class _Zoom(_Setting[tuple[float, float]]):
    """The width of a day and the height of an hour, in pixels."""

    def __init__(self, key: str, default: tuple[float, float]) -> None:
        super().__init__(key)
        self._default = default

    def read(self, stored: object) -> tuple[float, float]:
        try:
            width, height = (float(part) for part in str(stored).split("x"))
        except ValueError:
            return self._default
        return (width, height) if 1 <= width <= ZOOM_MOST and 1 <= height <= ZOOM_MOST else self._default

    def write(self, value: tuple[float, float]) -> object:
        return f"{value[0]:.1f}x{value[1]:.1f}"


class _OptionalPath(_Setting[Path | None]):
    def read(self, stored: object) -> Path | None:
        return Path(stored) if isinstance(stored, str) and stored else None

    def write(self, value: Path | None) -> object:
        return str(value) if value else ""


class Preferences:
    """Typed settings over an INI file; what is missing or unreadable there has its default.

    ``geometry`` is the window's, in Qt's own form; widths are what was dragged, 0 if never. ``last_file`` is
    the planner to open again at the next start; ``backup_folder`` holds the automatic backups, ``None`` for
    the usual folder; ``programme_form`` is how the programme was last looked at, ``programme_grouping``
    under which headings its list stood, ``board_zoom`` how wide a
    day and how high an hour was there; ``audience`` is written as ``Audience.parse`` reads it; ``language``
    is the tag of the screens' language, ``paper_language`` that of the one that papers begin with.
    """

    geometry = _Bytes("window/geometry")
    navigation_width = _Pixels("window/navigation_width")
    inspector_width = _Pixels("window/inspector_width")
    inspector_shown = _Switch("window/inspector_shown")
    theme = _Choice[Scheme]("window/theme", SCHEMES)
    language = _Text("window/language", "en")
    last_file = _OptionalPath("files/last")
    backup_folder = _OptionalPath("files/backups")
    programme_form = _Choice[str]("programme/form", PROGRAMME_FORMS)
    programme_grouping = _Choice[str]("programme/grouping", PROGRAMME_GROUPINGS)
    board_zoom = _Zoom("programme/zoom", USUAL_ZOOM)
    paper = _Choice[str]("export/paper", PAPERS)
    paper_language = _Text("export/language", "en")
    audience = _Text("export/audience", str(DEFAULT_AUDIENCE))

    def __init__(self, path: Path | None = None) -> None:
        self.settings = QSettings(str(path or config_dir() / FILE_NAME), QSettings.Format.IniFormat)

    def save(self) -> None:
        """Bring everything to the disk now."""
        self.settings.sync()

    @property
    def recent_files(self) -> list[Path]:
        """The planners opened before, the newest first; some may be missing by now."""
        stored = self.settings.beginReadArray("recent")
        found = []
        for number in range(min(stored, RECENT_FILES)):
            self.settings.setArrayIndex(number)
            found.append(self.settings.value("path"))
        self.settings.endArray()
        return [Path(text) for text in found if isinstance(text, str) and text]

    def remember_file(self, path: Path) -> None:
        """Put a planner at the head of the recent ones, and open it at the next start."""
        path = path.absolute()
        self._write_recent([path, *(old for old in self.recent_files if old != path)])
        self.last_file = path

    def forget_file(self, path: Path) -> None:
        """Take a planner out of the recent ones."""
        self._write_recent(old for old in self.recent_files if old != path)

    def table_state(self, name: str) -> dict[str, Any]:
        """Return what was remembered of a table by its name; empty if nothing, or nothing readable."""
        try:
            stored = json.loads(str(self.settings.value(f"tables/{name}", "{}")))
        except ValueError:
            return {}
        return stored if isinstance(stored, dict) else {}

    def remember_table(self, name: str, state: Mapping[str, Any]) -> None:
        """Remember a table's state: words, numbers and lists of such."""
        self.settings.setValue(f"tables/{name}", json.dumps(state, ensure_ascii=False))

    def _write_recent(self, paths: Iterable[Path]) -> None:
        kept = list(paths)[:RECENT_FILES]
        self.settings.remove("recent")
        self.settings.beginWriteArray("recent", len(kept))
        for number, path in enumerate(kept):
            self.settings.setArrayIndex(number)
            self.settings.setValue("path", str(path))
        self.settings.endArray()
