"""The years of a partnership, painted: agreements and programs as bars, what happened as marks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from archive.catalogue.lanes import Lane, Mark, Span, Timeline
from archive.records import Target
from ui.language import _

ROW, AXIS, NAMES, YEAR = 26, 28, 220, 34
SHOWN = 9  # lanes that have room without scrolling
GAP, BAR, DOT = 8, 12, 4.0
NOTHING = Timeline(0, 0, (), ())
ROLE = QPalette.ColorRole
AGREEMENT, PROGRAM, EVIDENCE = QColor("#4f7cac"), QColor("#3a9188"), QColor("#d08a1d")


class TimelineView(QAbstractScrollArea):
    """Names to the left, years above; both stay in sight while one scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = NOTHING
        self.viewport().setBackgroundRole(ROLE.Base)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(lambda _at: self.viewport().update())

    def show_timeline(self, timeline: Timeline, *, fresh: bool) -> None:
        """Show these lanes; a fresh one from its end, where the present is."""
        self._timeline = timeline
        self.updateGeometry()
        self._measure()
        if fresh:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum())
            self.verticalScrollBar().setValue(0)
        self.retranslate()
        self.viewport().update()

    def retranslate(self) -> None:
        """Say in words what is painted."""
        self.setAccessibleName(_("Timeline"))
        self.setAccessibleDescription("; ".join(map(lane_words, self._timeline.lanes)))

    def sizeHint(self) -> QSize:
        """As high as its lanes, up to a number of them."""
        rows = min(SHOWN, max(1, len(self._timeline.lanes)))
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(600, AXIS + rows * ROW + bar + 4)

    def minimumSizeHint(self) -> QSize:
        """Room for a few lanes."""
        return QSize(NAMES + 3 * YEAR, min(self.sizeHint().height(), AXIS + 4 * ROW))

    def across(self, at: float) -> float:
        """Where a point of time lies on the viewport."""
        return (
            NAMES + (at - self._timeline.first) * self._year() - self.horizontalScrollBar().value()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: other scroll bars."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the years in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self.palette().color(ROLE.Base))
        size = self.viewport().size()
        painter.setClipRect(QRectF(NAMES, 0, size.width() - NAMES, size.height()))
        self._paint_years(painter)
        painter.setClipRect(QRectF(NAMES, AXIS, size.width() - NAMES, size.height() - AXIS))
        for place, lane in enumerate(self._timeline.lanes):
            self._paint_lane(painter, self._top(place), lane)
        painter.setClipRect(QRectF(0, AXIS, NAMES, size.height() - AXIS))
        for place, lane in enumerate(self._timeline.lanes):
            self._paint_name(painter, self._top(place), lane)
        if self.hasFocus():
            painter.setClipping(False)
            painter.setPen(QPen(self.palette().color(ROLE.Accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """They go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell of the lane the pointer rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(QPointF(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def told_at(self, point: QPointF) -> str:
        """The mark under a point, else its lane, else the pause."""
        place = int((point.y() - AXIS + self.verticalScrollBar().value()) // ROW)
        if point.y() < AXIS or not 0 <= place < len(self._timeline.lanes):
            return ""
        lane = self._timeline.lanes[place]
        near = [
            f"{int(at)}: {name}"
            for _mark, at, name in lane.marks
            if point.x() > NAMES and abs(self.across(at) - point.x()) <= 2 * DOT
        ]
        return "\n".join(dict.fromkeys(near)) or lane_words(lane) or self._pause_at(point.x())

    def _pause_at(self, x: float) -> str:
        for span, note in self._timeline.pauses:
            if self.across(span[0]) <= x <= self.across(span[1]):
                return note
        return ""

    def _year(self) -> float:
        """The width of a year: all the room there is, but never too little."""
        years = self._timeline.last - self._timeline.first + 1
        return max(YEAR, (self.viewport().width() - NAMES - GAP) / years)

    def _top(self, place: int) -> int:
        return AXIS + place * ROW - self.verticalScrollBar().value()

    def _measure(self) -> None:
        view = self.viewport().size()
        years = self._timeline.last - self._timeline.first + 1
        wide = round(NAMES + GAP + years * self._year())
        high = AXIS + len(self._timeline.lanes) * ROW
        self.horizontalScrollBar().setRange(0, max(0, wide - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setSingleStep(YEAR)
        self.verticalScrollBar().setRange(0, max(0, high - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(ROW)

    def _paint_years(self, painter: QPainter) -> None:
        """The pauses, then a line and a number for each year."""
        height, palette = self.viewport().height(), self.palette()
        for span, _note in self._timeline.pauses:
            left, right = self.across(span[0]), max(self.across(span[1]), self.across(span[0]) + 2)
            painter.fillRect(QRectF(left, AXIS, right - left, height), palette.color(ROLE.Mid))
        for year in range(self._timeline.first, self._timeline.last + 2):
            x = self.across(year)
            painter.setPen(QPen(palette.color(ROLE.Midlight), 1))
            painter.drawLine(QPointF(x, AXIS), QPointF(x, height))
            painter.setPen(palette.color(ROLE.PlaceholderText))
            box = QRectF(x, 0, self._year(), AXIS)
            if year <= self._timeline.last:
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(year))

    def _paint_lane(self, painter: QPainter, top: int, lane: Lane) -> None:
        middle = top + ROW / 2
        colour = AGREEMENT if lane.target is Target.AGREEMENT else PROGRAM
        if lane.open_from is not None:
            self._paint_open(painter, middle, lane.open_from, colour)
        if lane.span is not None:
            self._paint_bar(painter, middle, lane.span, colour)
        for mark, at, _name in lane.marks:
            self._paint_mark(painter, QPointF(self.across(at), middle), mark)

    def _paint_bar(self, painter: QPainter, middle: float, span: Span, colour: QColor) -> None:
        left, right = self.across(span[0]), max(self.across(span[1]), self.across(span[0]) + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(left, middle - BAR / 2, right - left, BAR), 3, 3)

    def _paint_open(self, painter: QPainter, middle: float, start: float, colour: QColor) -> None:
        """Nobody wrote down whether it still holds: a dotted line goes on."""
        painter.setPen(QPen(colour, 2, Qt.PenStyle.DotLine))
        end = self.across(self._timeline.last + 1)
        painter.drawLine(QPointF(self.across(start), middle), QPointF(end, middle))

    def _paint_mark(self, painter: QPainter, centre: QPointF, mark: Mark) -> None:
        """Activities are dots, hollow where they were not held; evidence a small diamond below."""
        text = self.palette().color(ROLE.Text)
        if mark is Mark.EVIDENCE:
            painter.save()
            painter.translate(centre + QPointF(0, BAR / 2 + 2))
            painter.rotate(45)
            painter.fillRect(QRectF(-2.5, -2.5, 5, 5), EVIDENCE)
            painter.restore()
            return
        painter.setPen(QPen(text, 1.4))
        painter.setBrush(text if mark is Mark.HELD else self.palette().color(ROLE.Base))
        painter.drawEllipse(centre, DOT, DOT)

    def _paint_name(self, painter: QPainter, top: int, lane: Lane) -> None:
        painter.setPen(self.palette().color(ROLE.Text))
        metrics = QFontMetrics(self.font())
        words = metrics.elidedText(lane_name(lane), Qt.TextElideMode.ElideRight, NAMES - 2 * GAP)
        box = QRectF(GAP, top, NAMES - 2 * GAP, ROW)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def lane_name(lane: Lane) -> str:
    """What a lane is called."""
    return lane.name or _("Partnership as a whole")


def lane_words(lane: Lane) -> str:
    """A lane in words: `Youth exchange: 2015–2019`."""
    if lane.span is None:
        years = sorted({int(at) for _mark, at, _name in lane.marks})
        said = ", ".join(map(str, years)) if years else _("no years known")
        return f"{lane_name(lane)}: {said}"
    first, last = int(lane.span[0]), int(lane.span[1])
    if lane.open_from is not None:
        return f"{lane_name(lane)}: " + _("since {date}").format(date=first)
    return f"{lane_name(lane)}: {first}" + (f"–{last}" if last != first else "")
