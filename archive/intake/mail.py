"""Reads a letter sent by e-mail (EML): its head, its words, and the names of what came with it."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path

HEAD = ("From", "To", "Cc", "Date", "Subject")
UNSEEN = frozenset(("script", "style", "head", "title"))
LINES = frozenset(("p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "table"))


def read(path: Path) -> tuple[str, str]:
    """The subject, and the letter as text. Raises `OSError`; what is malformed is passed over."""
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    head = [f"{name}: {said}" for name in HEAD if (said := _header(message, name))]
    parts = ["\n".join(head), _body(message), "\n".join(_enclosed(message))]
    return _header(message, "Subject"), "\n\n".join(filter(None, parts))


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, LookupError, AttributeError, TypeError):  # malformed headers
        return ""


def _body(message: EmailMessage) -> str:
    try:
        body = message.get_body(("plain", "html"))
        content = "" if body is None else body.get_content()
    except (
        ValueError,
        LookupError,
        AttributeError,
        TypeError,
    ):  # as malformed, or no known letters
        return ""
    if not isinstance(content, str) or body is None:
        return ""
    return _shown(content) if body.get_content_type() == "text/html" else content.strip()


def _enclosed(message: EmailMessage) -> Iterator[str]:
    for part in message.walk():
        try:
            name = part.get_filename()
        except (ValueError, LookupError, AttributeError, TypeError):
            continue
        if name:
            yield f"[{' '.join(name.split())}]"


def _shown(html: str) -> str:
    """What a page of HTML shows."""
    page = _Page()
    page.feed(html)
    page.close()
    lines = (" ".join(line.split()) for line in "".join(page.said).split("\n"))
    return "\n".join(line for line in lines if line)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen += tag in UNSEEN
        if tag in LINES:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in UNSEEN))
        if tag in LINES:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.said.append(data.replace("\n", " "))
