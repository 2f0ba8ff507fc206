"""What the window remembers of this user from one day to the next. Nothing of a visit stands here."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from app.domain.release import DEFAULT_AUDIENCE
from app.paths import config_dir

FILE_NAME = "window.ini"
RECENT_FILES = 10

Scheme = Literal["system", "light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("system", "light", "dark")
PAPERS = ("a4", "letter")

T = TypeVar("T", bound=str)


class Preferences:
    """Typed settings over an INI file; what is missing or unreadable there has its default."""

    def __init__(self, path: Path | None = None) -> None:
        self._settings = QSettings(str(path or config_dir() / FILE_NAME), QSettings.Format.IniFormat)

    def save(self) -> None:
        """Bring everything to the disk now."""
        self._settings.sync()

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood, in Qt's own form; empty if never."""
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("window/geometry", value)

    @property
    def navigation_width(self) -> int:
        """How wide the navigation was dragged, in pixels; 0 if never."""
        return self._number("window/navigation_width")

    @navigation_width.setter
    def navigation_width(self, pixels: int) -> None:
        self._settings.setValue("window/navigation_width", pixels)

    @property
    def inspector_width(self) -> int:
        """How wide the inspector was dragged, in pixels; 0 if never."""
        return self._number("window/inspector_width")

    @inspector_width.setter
    def inspector_width(self, pixels: int) -> None:
        self._settings.setValue("window/inspector_width", pixels)

    @property
    def inspector_shown(self) -> bool:
        """Whether the inspector stands beside the work."""
        return self._text("window/inspector_shown", "true") == "true"

    @inspector_shown.setter
    def inspector_shown(self, shown: bool) -> None:
        self._settings.setValue("window/inspector_shown", "true" if shown else "false")

    @property
    def theme(self) -> Scheme:
        """The scheme that was asked for."""
        return self._one_of("window/theme", SCHEMES)

    @theme.setter
    def theme(self, scheme: Scheme) -> None:
        self._settings.setValue("window/theme", scheme)

    @property
    def language(self) -> str:
        """The language of the screens, by its tag."""
        return self._text("window/language", "en")

    @language.setter
    def language(self, tag: str) -> None:
        self._settings.setValue("window/language", tag)

    @property
    def last_file(self) -> Path | None:
        """The planner to open again at the next start; ``None`` after it was closed."""
        text = self._text("files/last", "")
        return Path(text) if text else None

    @last_file.setter
    def last_file(self, path: Path | None) -> None:
        self._settings.setValue("files/last", str(path) if path else "")

    @property
    def recent_files(self) -> list[Path]:
        """The planners opened before, the newest first; some may be missing by now."""
        count = self._settings.beginReadArray("recent")
        try:
            found = [self._array_text(number) for number in range(min(count, RECENT_FILES))]
        finally:
            self._settings.endArray()
        return [Path(text) for text in found if text]

    def remember_file(self, path: Path) -> None:
        """Put a planner at the head of the recent ones, and open it at the next start."""
        path = path.absolute()
        self._write_recent([path, *(old for old in self.recent_files if old != path)])
        self.last_file = path

    def forget_file(self, path: Path) -> None:
        """Take a planner out of the recent ones."""
        self._write_recent(old for old in self.recent_files if old != path)

    @property
    def paper(self) -> str:
        """The paper of books: ``a4`` or ``letter``."""
        return self._one_of("export/paper", PAPERS)

    @paper.setter
    def paper(self, paper: str) -> None:
        self._settings.setValue("export/paper", paper)

    @property
    def audience(self) -> str:
        """The audience chosen last, as ``Audience.parse`` reads it."""
        return self._text("export/audience", str(DEFAULT_AUDIENCE))

    @audience.setter
    def audience(self, audience: str) -> None:
        self._settings.setValue("export/audience", audience)

    def _text(self, key: str, default: str) -> str:
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def _number(self, key: str) -> int:
        text = str(self._settings.value(key, "0"))
        return int(text) if text.isdecimal() and text.isascii() else 0

    def _one_of(self, key: str, choices: tuple[T, ...]) -> T:
        text = self._text(key, choices[0])
        return next((choice for choice in choices if choice == text), choices[0])

    def _array_text(self, number: int) -> str:
        self._settings.setArrayIndex(number)
        return self._text("path", "")

    def _write_recent(self, paths: Iterable[Path]) -> None:
        kept = list(paths)[:RECENT_FILES]
        self._settings.remove("recent")
        self._settings.beginWriteArray("recent", len(kept))
        for number, path in enumerate(kept):
            self._settings.setArrayIndex(number)
            self._settings.setValue("path", str(path))
        self._settings.endArray()
