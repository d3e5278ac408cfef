"""What is said of documents that resemble each other, in the language in use."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from archive.records.likeness import Likeness, LikenessKind, LikenessReason
from ui.language import _


def note() -> str:
    """Of a document in a list, that it is like another."""
    return _("like another document")


def kind_words(likeness: Likeness) -> str:
    """What the other document probably is."""
    if likeness.kind is LikenessKind.NEAR:
        return _("nearly the same")
    return _("continues this one") if likeness.earlier else _("comes before this one")


def reasons_words(likeness: Likeness) -> str:
    """Why they are thought alike: a sentence for each reason."""
    return " ".join(_sentence(reason, likeness) for reason in likeness.reasons)


def _sentence(reason: LikenessReason, likeness: Likeness) -> str:
    if reason.code == "contained":
        inner = reason.data["document"] == str(likeness.document.id)
        titles = [each.description.title for each in (likeness.document, likeness.other)]
        whole, part = reversed(titles) if inner else titles
        words = _("{percent}% of the words of “{part}” stand in “{whole}”.")
        return words.format(part=part, whole=whole, **reason.data)
    said = _SENTENCES.get(reason.code)
    return said(reason.data) if said else reason.code


_SENTENCES: dict[str, Callable[[Mapping[str, str]], str]] = {
    "same_words": lambda data: _("{percent}% of their words are the same.").format(**data),
    "scan_and_text": lambda _data: _("One is a scan, the other holds the text itself."),
    "file_names": lambda data: _("The names of both files begin with “{name}”.").format(**data),
    "chapters": lambda data: _(
        "One ends with chapter {before}, the other begins with {after}."
    ).format(**data),
    "front_and_chapters": lambda data: _(
        "One has the front pages, the other begins with chapter {after}."
    ).format(**data),
    "page_numbers": lambda data: _(
        "The page numbers go on: {before} in one, {after} in the other."
    ).format(**data),
    "running_header": lambda data: _("Both have “{words}” at the head of their pages.").format(
        **data
    ),
    "creator": lambda data: _("Both are by {name}.").format(**data),
    "title": lambda data: _("Both are called “{words}”.").format(**data),
}
