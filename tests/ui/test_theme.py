"""What the themes yield can be read: tooltips as they are really painted, light and dark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from ui import theme

READABLE = 7.0  # of contrast, as WCAG counts it


@pytest.fixture(autouse=True)
def undressed(qtbot: QtBot) -> Iterator[None]:
    """The application as it was before."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    palette, sheet = application.palette(), application.styleSheet()
    yield
    QToolTip.hideText()
    application.setPalette(palette)
    application.setStyleSheet(sheet)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_tooltips_can_be_read(qtbot: QtBot, name: str) -> None:
    theme.apply(name)
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    QToolTip.showText(QPoint(10, 10), "Laporan: 12", owner)
    qtbot.waitUntil(lambda: _tip() is not None)
    tip = _tip()
    assert tip is not None
    picture = tip.grab().toImage()
    seen = Counter(
        picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    ground = QColor(seen.most_common(1)[0][0])
    assert max(_contrast(QColor(each), ground) for each in seen) >= READABLE


def _tip() -> QWidget | None:
    shown = QApplication.topLevelWidgets()
    return next((w for w in shown if w.inherits("QTipLabel") and w.isVisible()), None)


def _contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
