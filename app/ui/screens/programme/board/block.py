"""A box of the board as it is painted: an entry, or the piece of it that stands in one day and zone."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.domain.time import Precision
from app.domain.words import EntryStatus
from app.ui.screens.programme.board.faces import Face
from app.ui.screens.programme.board.hatching import paint_hatching
from app.ui.screens.programme.board.lettering import Hand, font, rise_px
from app.ui.screens.programme.board.measures import Measures
from app.ui.screens.programme.board.plan import Box
from app.ui.screens.programme.board.typesetting import BADGE_PX, BAR_PX, SIGN_PX, Badge, Setting, typeset
from app.ui.theme.palette import Tokens, mix
from app.ui.theme.style import theme

_RADIUS = 5.0
_FRAME = 2.0
_STRIPE_PX = 3.5
_SIGN = 11.0
_PALE = 0.45
_STUCK_PX = QSizeF(60, 34)  # what is left of a box for its words at the least
_LEVELS = ("ok", "warn", "bad", "bad")


class Block(QGraphicsItem):
    """Paints one box. What it is and where it stands is set from outside; it decides nothing."""

    def __init__(self, box: Box, words: Face) -> None:
        super().__init__()
        self.box = box
        self._face = words
        self._rect = self._size = self._bounds = QRectF()
        self._edges = 0.0, 0.0, 0.0, 0.0
        self._words_at = 0.0, 0.0
        self._chosen = False
        self._lifted = self._faded = False
        self.setAcceptHoverEvents(False)

    @property
    def entry_id(self) -> str:
        """The entry of which it is a piece."""
        return self.box.entry_id

    @property
    def face(self) -> Face:
        """What it says."""
        return self._face

    def stand(self, measures: Measures) -> None:
        """Put it where its box stands by these measures."""
        rect = self._rect = measures.rect(self.box)
        self._edges = rect.left(), rect.top(), rect.right(), rect.bottom()
        self.setPos(rect.topLeft())
        size = QRectF(0, 0, rect.width(), rect.height())
        if size != self._size:
            self.prepareGeometryChange()
            self._size = size
            self._bounds = size.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME)

    def tell(self, box: Box, words: Face) -> None:
        """Take another box or other words; it is painted again only where something differs."""
        self.box = box
        if words != self._face:
            self._face = words
            self.update()

    def choose(self, *, chosen: bool) -> None:
        """Show it as selected or not."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def lift(self, *, lifted: bool) -> None:
        """Show it as being moved by a hand: the place that it leaves stays pale."""
        if lifted != self._lifted:
            self._lifted = lifted
            self._pale()

    def fade(self, *, faded: bool) -> None:
        """Show it as cut: it goes once it is pasted elsewhere."""
        if faded != self._faded:
            self._faded = faded
            self._pale()

    def _pale(self) -> None:
        self.setOpacity(_PALE if self._lifted or self._faded else 1.0)

    def stick(self, seen: QRectF) -> None:
        """Write the words where they are seen, though the box begins above or left of it."""
        left, top, right, bottom = self._edges
        away = seen.left() > right or seen.top() > bottom
        across = (
            0.0 if away else min(max(seen.left() - left, 0.0), max(right - left - _STUCK_PX.width(), 0.0))
        )
        down = 0.0 if away else min(max(seen.top() - top, 0.0), max(bottom - top - _STUCK_PX.height(), 0.0))
        if (across, down) != self._words_at:
            self._words_at = across, down
            self.update()

    def rect(self) -> QRectF:
        """Return where it stands, in pixels of the scene."""
        return self._rect

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, size, face = theme().tokens, self._size, self._face
        outline = QPainterPath()
        outline.addRoundedRect(size, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        _ground(painter, size, face, tokens, self.pos())
        _bar(painter, size, face, tokens)
        self._write(painter, tokens)
        painter.restore()
        _frame(painter, size, face, tokens, chosen=self._chosen)
        if face.hatched:
            _ends(painter, size, tokens, self.box)

    def _write(self, painter: QPainter, tokens: Tokens) -> None:
        across, down = round(self._words_at[0]), round(self._words_at[1])
        width = self._size.width() - across
        setting = typeset(self._face, int(width), int(self._size.height() - down))
        painter.translate(across, down)
        _words(painter, setting, tokens)
        if setting.sign:
            _sign(
                painter,
                QPointF(width - SIGN_PX - 2, max(min(3.0, (self._size.height() - _SIGN) / 2), 0.0)),
                tokens,
            )
        elif setting.low_sign:
            _sign(painter, QPointF(BAR_PX + 3, self._size.height() - down - SIGN_PX - 1), tokens)
        if setting.badge is not None:
            _badge(painter, setting.badge, self._face.marking, tokens)


def _ground(painter: QPainter, size: QRectF, face: Face, tokens: Tokens, origin: QPointF) -> None:
    if face.status is EntryStatus.CANCELLED:
        painter.fillRect(size, QColor(tokens.panel))
        return
    if not face.hatched:
        painter.fillRect(size, QColor(tokens.kind_fill(face.kind.value)))
        return
    painter.fillRect(size, QColor(tokens.panel))
    paint_hatching(painter, size, mix(tokens.travel, tokens.panel, 0.14), _STRIPE_PX, origin)


def _bar(painter: QPainter, size: QRectF, face: Face, tokens: Tokens) -> None:
    """Paint the edge in the kind's colour: broken while tentative, dotted while its time is not exact."""
    color = QColor(tokens.kind_color(face.kind.value))
    step, dash = _rhythm(face)
    if not step:
        painter.fillRect(QRectF(0, 0, BAR_PX, size.height()), color)
        return
    at = 0.0
    while at < size.height():
        painter.fillRect(QRectF(0, at, BAR_PX, min(dash, size.height() - at)), color)
        at += step


def _rhythm(face: Face) -> tuple[float, float]:
    if face.status is EntryStatus.TENTATIVE:
        return 9.0, 5.0
    return (4.0, 2.0) if face.precision is not Precision.EXACT else (0.0, 0.0)


def _words(painter: QPainter, setting: Setting, tokens: Tokens) -> None:
    for line in setting.lines:
        painter.setFont(font(line.hand))
        painter.setPen(QColor(getattr(tokens, line.tone)))
        painter.drawText(QPointF(line.x, line.y + rise_px(line.hand)), line.text)


def _frame(painter: QPainter, size: QRectF, face: Face, tokens: Tokens, *, chosen: bool) -> None:
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    if face.clash:
        painter.setPen(QPen(QColor(tokens.bad), 1.5))
        painter.drawRoundedRect(size.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    elif face.status is not EntryStatus.CONFIRMED or face.precision is Precision.UNDECIDED:
        dashes = Qt.PenStyle.DashLine if face.status is not EntryStatus.CANCELLED else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(mix(tokens.kind_color(face.kind.value), tokens.panel, 0.6)), 1.0, dashes))
        painter.drawRoundedRect(size.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    if chosen:
        painter.setPen(QPen(QColor(tokens.accent), 2.0))
        painter.drawRoundedRect(size.adjusted(-1, -1, 1, 1), _RADIUS + 1, _RADIUS + 1)


def _sign(painter: QPainter, at: QPointF, tokens: Tokens) -> None:
    """Paint the sign that something is amiss into the corner that the words leave free."""
    place = QRectF(at, QSizeF(_SIGN, _SIGN))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.bad))
    painter.drawEllipse(place)
    painter.setFont(font(Hand.BADGE))
    painter.setPen(QColor(tokens.panel))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "!")


def _badge(painter: QPainter, badge: Badge, marking: int, tokens: Tokens) -> None:
    name = _LEVELS[marking]
    place = QRectF(badge.x, badge.y, badge.width, BADGE_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(tokens, f"{name}_soft")))
    painter.drawRoundedRect(place, 3, 3)
    painter.setFont(font(Hand.BADGE))
    painter.setPen(QColor(getattr(tokens, name)))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, badge.text)


def _ends(painter: QPainter, size: QRectF, tokens: Tokens, box: Box) -> None:
    """Paint the marks where a way leaves and where it arrives."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.travel))
    if box.piece.starts:
        painter.drawEllipse(QPointF(BAR_PX / 2, 1.0), 3.0, 3.0)
    if box.piece.ends:
        painter.drawEllipse(QPointF(BAR_PX / 2, size.height() - 1.0), 3.0, 3.0)
