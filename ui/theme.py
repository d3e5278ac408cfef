"""Colours and shapes of the window, light and dark, from one palette and one sheet."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
ROLE = QPalette.ColorRole
LIGHT = {
    ROLE.Window: "#f4f5f4",
    ROLE.WindowText: "#1d2528",
    ROLE.Base: "#ffffff",
    ROLE.AlternateBase: "#f7f9f8",
    ROLE.Text: "#1d2528",
    ROLE.Button: "#eceeed",
    ROLE.ButtonText: "#1d2528",
    ROLE.BrightText: "#b3261e",
    ROLE.Highlight: "#0f6b63",
    ROLE.HighlightedText: "#ffffff",
    ROLE.Accent: "#0f6b63",
    ROLE.Link: "#0b5d8a",
    ROLE.LinkVisited: "#5b4a8a",
    ROLE.ToolTipBase: "#25302f",
    ROLE.ToolTipText: "#f4f5f4",
    ROLE.PlaceholderText: "#66716f",
    ROLE.Mid: "#d3d8d6",
    ROLE.Midlight: "#e4e8e6",
    ROLE.Dark: "#a8b0ad",
    ROLE.Light: "#ffffff",
    ROLE.Shadow: "#7d8784",
}
DARK = {
    ROLE.Window: "#1d2122",
    ROLE.WindowText: "#e6eae8",
    ROLE.Base: "#25292b",
    ROLE.AlternateBase: "#2a2f31",
    ROLE.Text: "#e6eae8",
    ROLE.Button: "#303638",
    ROLE.ButtonText: "#e6eae8",
    ROLE.BrightText: "#ff8a80",
    ROLE.Highlight: "#2b7f76",
    ROLE.HighlightedText: "#ffffff",
    ROLE.Accent: "#5cc2b6",
    ROLE.Link: "#7cc4f0",
    ROLE.LinkVisited: "#b8a5ec",
    ROLE.ToolTipBase: "#e6eae8",
    ROLE.ToolTipText: "#1d2122",
    ROLE.PlaceholderText: "#97a29f",
    ROLE.Mid: "#3d4446",
    ROLE.Midlight: "#34393b",
    ROLE.Dark: "#5d6669",
    ROLE.Light: "#454c4f",
    ROLE.Shadow: "#0e1011",
}
MIDDLE = 128
FAINT = {"light": "#98a19e", "dark": "#6f7a77"}


def is_dark() -> bool:
    """Whether the window is dark now."""
    return QGuiApplication.palette().color(ROLE.Base).lightness() < MIDDLE


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def apply(theme: str) -> None:
    """Dress the whole application: `system`, `light` or `dark`."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    QGuiApplication.styleHints().setColorScheme(SCHEMES.get(theme, Qt.ColorScheme.Unknown))
    dark = theme == "dark" or (theme != "light" and _system_is_dark())
    application.setStyle("Fusion")
    application.setPalette(palette(dark=dark))
    application.setStyleSheet(sheet(dark=dark))


def palette(*, dark: bool) -> QPalette:
    """The palette of one scheme."""
    made = QPalette()
    for role, colour in (DARK if dark else LIGHT).items():
        made.setColor(role, QColor(colour))
    faint = QColor(FAINT["dark" if dark else "light"])
    for role in (ROLE.WindowText, ROLE.Text, ROLE.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return made


@cache
def sheet(*, dark: bool) -> str:
    """The style sheet; it takes its colours from the palette.

    But for those of tooltips, whose own palette does not follow the application's.
    """
    resources = files("resources")
    text = (resources / "styles" / "kembar.qss").read_text(encoding="utf-8")
    for word in ("arrow-up", "arrow", "tick"):  # the longer name first
        drawing = Path(str(resources / "icons" / f"{word}.svg")).as_posix()
        text = text.replace(word.upper(), drawing)
    colours = DARK if dark else LIGHT
    tip = f"background: {colours[ROLE.ToolTipBase]}; color: {colours[ROLE.ToolTipText]};"
    return text.replace("TIP-COLOURS", tip)
