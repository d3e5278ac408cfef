"""A bare window of Qt: prints how many seconds its process took to paint it."""

from __future__ import annotations

import os
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow

if __name__ == "__main__":
    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QListWidget())
    window.resize(1280, 800)
    window.show()
    QTimer.singleShot(0, application.quit)
    application.exec()
    print(time.time() - float(os.environ["KEMBAR_STARTED"]))  # noqa: T201
