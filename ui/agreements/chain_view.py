"""Draws the chain of a paper as a line of boxes; a click, or an arrow key, goes to another."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from archive.catalogue.register import Registered
from ui.agreements.chain import Arrow, Chain
from ui.agreements.chain_paint import paint_arrow, paint_box
from ui.agreements.words import date_words, joined, standing_words, term
from ui.language import _

WIDTH, HEIGHT = 176, 62
EDGE, GAP, LANE = 1, 56, 24
KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ChainView(QWidget):
    """Papers from left to right; each arrow points to the earlier paper it speaks of."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chain, self._here = Chain(), 0
        self._boxes: tuple[QRect, ...] = ()
        self._lanes: dict[Arrow, int] = {}
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_chain(self, chain: Chain, agreement: int) -> None:
        """Draw this chain with one of its papers chosen."""
        self.chain = chain
        ids = [each.agreement.id for each in chain.papers]
        self._here = ids.index(agreement) if agreement in ids else 0
        self._settle()
        self.retranslate()

    def retranslate(self) -> None:
        """Say all in the language in use: the words decide how far apart the boxes stand."""
        self._settle()
        self.setAccessibleName(_("Chain of papers"))
        self.setAccessibleDescription("; ".join(map(self._sentence, self.chain.arrows)))
        self.update()

    def box(self, agreement: int) -> QRect:
        """Where a paper is drawn."""
        found = zip(self.chain.papers, self._boxes, strict=True)
        return next((box for each, box in found if each.agreement.id == agreement), QRect())

    def sizeHint(self) -> QSize:
        """As large as the line."""
        right = self._boxes[-1].right() + EDGE if self._boxes else 0
        return QSize(right + 1, self._top() + HEIGHT + EDGE)

    # what a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the paper under the pointer."""
        place = self._at(event.position().toPoint())
        if place is not None:
            self._go(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say all of the paper under the pointer."""
        place = self._at(event.position().toPoint())
        if place is None:
            self.unsetCursor()
            self.setToolTip("")
            return
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_told(self.chain.papers[place]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go along the line."""
        step = KEYS.get(Qt.Key(event.key()))
        if step is not None and 0 <= self._here + step < len(self._boxes):
            self._go(self._here + step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw arrows, then boxes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for arrow in self.chain.arrows:
            lane = self._lanes.get(arrow)
            height = None if lane is None else self._top() - (lane + 1) * LANE + LANE // 2
            ends = self._boxes[arrow.later], self._boxes[arrow.earlier]
            paint_arrow(painter, self.palette(), *ends, _words(arrow), height)
        for place, (each, box) in enumerate(zip(self.chain.papers, self._boxes, strict=True)):
            here = place == self._here
            paint_box(painter, self.palette(), QRectF(box), each, here, here and self.hasFocus())
        painter.end()

    # inside

    def _settle(self) -> None:
        """Far arrows go over the boxes between, each on a lane of its own."""
        far = [arrow for arrow in self.chain.arrows if arrow.later - arrow.earlier > 1]
        self._lanes = {arrow: lane for lane, arrow in enumerate(far)}
        self._boxes = tuple(self._lined_up())
        self.updateGeometry()
        self.resize(self.sizeHint())

    def _lined_up(self) -> list[QRect]:
        left, boxes = EDGE, []
        for place in range(len(self.chain.papers)):
            if place:
                left += self._gap(place)
            boxes.append(QRect(left, self._top(), WIDTH, HEIGHT))
            left += WIDTH
        return boxes

    def _gap(self, place: int) -> int:
        """So far from the paper before it that the words on their arrow fit."""
        near = [arrow for arrow in self.chain.arrows if arrow.later == place]
        said = [_words(arrow) for arrow in near if arrow.earlier == place - 1]
        wide = max((self.fontMetrics().horizontalAdvance(words) for words in said), default=0)
        return max(GAP, wide + 32) if said else GAP // 2

    def _top(self) -> int:
        return EDGE + LANE * len(self._lanes)

    def _at(self, point: QPoint) -> int | None:
        return next((at for at, box in enumerate(self._boxes) if box.contains(point)), None)

    def _go(self, place: int) -> None:
        self.chosen.emit(self.chain.papers[place].agreement.id)

    def _sentence(self, arrow: Arrow) -> str:
        later, earlier = self.chain.papers[arrow.later], self.chain.papers[arrow.earlier]
        return f"{later.agreement.title} – {_words(arrow)} – {earlier.agreement.title}"


def _words(arrow: Arrow) -> str:
    return ", ".join(term("relations", kind) for kind in arrow.kinds)


def _told(each: Registered) -> str:
    agreement = each.agreement
    kind = term("agreement_kinds", agreement.kind)
    last = joined((date_words(agreement.signed), standing_words(each)))
    return "\n".join((agreement.title, joined((kind, agreement.number)), last))
