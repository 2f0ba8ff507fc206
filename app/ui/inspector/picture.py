"""The picture of a person, shown round; a file dropped on it, or chosen, takes its place."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QImageReader,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError, DataError, PlanningError
from app.planning.verbs.pictures import LARGEST_PICTURE, clear_picture, set_picture
from app.planning.views.persons import PersonDetail, picture
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.files import FileChooser, FileKind
from app.ui.theme.fonts import SEMIBOLD, TITLE_PX, ui_font
from app.ui.theme.style import theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.wording import _
from app.wording.errors import sentence

ROUND_PX = 72
_SHARP = 3  # pixels kept for each shown: enough at 200 % with room to spare
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


class RoundPicture(QWidget):
    """A picture in a circle; without one, the first letters of the name."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._letters = ""
        self.setFixedSize(QSize(ROUND_PX, ROUND_PX))
        theme().changed.connect(self.update)

    def show_picture(self, data: bytes | None, name: str) -> None:
        """Show the picture that these bytes are; where they are none, the letters of a name."""
        self._image = QImage() if data is None else read_picture(data)
        self._letters = "".join(word[0] for word in name.split()[:2]).upper()
        has = not self._image.isNull()
        self.setAccessibleName(
            (_("Picture of {name}") if has else _("No picture of {name}")).format(name=name)
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect())
        circle = QPainterPath()
        circle.addEllipse(room)
        tokens = theme().tokens
        painter.fillPath(circle, QColor(tokens.accent_soft))
        if self._image.isNull():
            painter.setFont(ui_font(TITLE_PX, SEMIBOLD))
            painter.setPen(QColor(tokens.accent))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._letters)
        else:
            painter.setClipPath(circle)
            side = min(self._image.width(), self._image.height())
            left = (self._image.width() - side) / 2
            # Faces stand in the upper part of an upright picture.
            top = (self._image.height() - side) / 4
            painter.drawImage(room, self._image, QRectF(left, top, side, side))
        painter.end()


def read_picture(data: bytes) -> QImage:
    """Return the picture that bytes are, no larger than is shown; a null one where they are none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    most = ROUND_PX * _SHARP
    if size.isValid() and min(size.width(), size.height()) > most:
        reader.setScaledSize(size.scaled(most, most, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()


class PicturePart(QWidget):
    """The round picture beside the name, with buttons; ``told`` says what went wrong."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, files: FileChooser) -> None:
        super().__init__()
        self._desk = desk
        self._files = files
        self._person: PersonDetail | None = None
        self._sha256: str | None = None
        self.round = RoundPicture()
        self._name = TitleLabel(small=True, wrap=True)
        self._native = MutedLabel(wrap=True)
        self.choose = IconButton("upload", _("Choose a picture"), small=True)
        self.clear = IconButton("x", _("Remove the picture"), tone="muted", small=True)
        self.choose.clicked.connect(self._on_choose)
        self.clear.clicked.connect(self._on_clear)
        self._lay_out()
        self.setAcceptDrops(not desk.read_only)
        self.choose.setVisible(not desk.read_only)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.clear)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._native)
        words.addLayout(buttons)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.round, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_person(self, person: PersonDetail) -> None:
        """Show a person's names and picture."""
        before, self._person = self._person, person
        self._name.setText(person.name)
        self._native.setText(person.native_name)
        self._native.setVisible(bool(person.native_name))
        if person.picture_sha256 != self._sha256 or before is None or before.name != person.name:
            self._sha256 = person.picture_sha256
            data = self._desk.ask(picture, person.picture_sha256) if person.picture_sha256 else None
            self.round.show_picture(data, person.name)
        self.clear.setVisible(bool(person.picture_sha256) and not self._desk.read_only)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [self.choose, self.clear]

    def take_file(self, path: Path) -> None:
        """Let the picture in a file be this person's."""
        if self._person is None:
            return
        try:
            media_type = _TYPES.get(path.resolve().suffix.lower())
            if media_type is None:  # and it is not read: it may be the planner itself
                raise PlanningError("picture_unknown")
            data = _read(path)
            if read_picture(data).isNull() and len(data) <= LARGEST_PICTURE:
                raise PlanningError("picture_unknown")
            label = _("Change the picture of {name}").format(name=self._person.name)
            self._desk.do(label, set_picture, self._person.id, data=data, media_type=media_type)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.told.emit(_("The picture of {name} is changed.").format(name=self._person.name), True)

    @Slot()
    def _on_choose(self) -> None:
        kind = FileKind(_("Pictures"), ".png *.jpg *.jpeg")
        path = self._files.to_open(self, _("Choose a picture"), kind)
        if path is not None:
            self.take_file(path)

    @Slot()
    def _on_clear(self) -> None:
        if self._person is None:
            return
        label = _("Remove the picture of {name}").format(name=self._person.name)
        done(self._desk, self.told, label, clear_picture, self._person.id)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.take_file(path)


def _dropped(event: QDropEvent) -> Path | None:
    for url in event.mimeData().urls():
        if url.isLocalFile() and Path(url.toLocalFile()).suffix.lower() in _TYPES:
            return Path(url.toLocalFile())
    return None


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_PICTURE + 1)  # one byte over is enough to be refused
    except OSError as error:
        raise DataError("file_unreadable", path=str(path), detail=error.strerror or str(error)) from error
