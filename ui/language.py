"""The language people are spoken to in, chosen once for the process and switchable at any time."""

from __future__ import annotations

import locale
import os
from gettext import NullTranslations

from resources.translations import languages, translator

LANGUAGES = languages()
USUAL = "id"

_chosen: str | None = None


def use(code: str) -> None:
    """Speak this language from now on. Raises `ValueError` when there is none of that code."""
    global _chosen  # noqa: PLW0603 - one language a process, like the locale
    if code not in LANGUAGES:
        raise ValueError(code)
    _chosen = code


def language() -> str:
    """The language in use: the chosen one, else the system's, else Indonesian."""
    return _chosen or _of_system()


def words() -> NullTranslations:
    """The translator of the language in use."""
    return translator(language())


def _(msgid: str) -> str:
    """The words in the language in use."""
    return words().gettext(msgid)


def ngettext(one: str, many: str, count: int) -> str:
    """The words for so many of something, in the language in use."""
    return words().ngettext(one, many, count)


def _of_system() -> str:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return _known(value)
    return _known(locale.getlocale()[0] or USUAL)


def _known(name: str) -> str:
    code = name.split("_", maxsplit=1)[0].split(".", maxsplit=1)[0].lower()
    return code if code in LANGUAGES else USUAL if code in ("in", "c", "posix") else "en"
