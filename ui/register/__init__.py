"""Bringing in an office's register: file and columns, a look at every row, what came of it."""

from ui.register.dialog import RegisterDialog

__all__ = ["RegisterDialog"]
