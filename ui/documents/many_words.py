"""What is said of many documents at once: which, what would change, what was done."""

from __future__ import annotations

from archive.records import ManyDone, Shared
from ui.language import _, ngettext
from ui.models.document_words import documents_counted, number


def which_words(shared: Shared) -> str:
    """How many documents, and the first of them by name."""
    named = ", ".join(_("“{title}”").format(title=title) for title in shared.titles)
    counted, rest = documents_counted(shared.count), shared.count - len(shared.titles)
    if rest > 0:
        more = ngettext("and {n} other", "and {n} others", rest).format(n=number(rest))
        return f"{counted}: {named} {more}"
    return f"{counted}: {named}"


def whole_words(count: int) -> str:
    """So many documents, all of each."""
    return _("{documents}, each from its first page to its last").format(
        documents=documents_counted(count)
    )


def left_out_words(count: int) -> str:
    """So many are not touched."""
    words = ngettext(
        "{n} document is left out: it lies in the trash or above your reading level.",
        "{n} documents are left out: they lie in the trash or above your reading level.",
        count,
    )
    return words.format(n=number(count))


def preview_words(would: ManyDone | None) -> str:
    """What would change; None where nothing is ticked."""
    if would is None:
        return _("Only what is ticked is changed; all else stays as it is.")
    words = ngettext("{n} document will change.", "{n} documents will change.", would.done)
    said = [words.format(n=number(would.done))]
    if would.same:
        so = ngettext("{n} is so already.", "{n} are so already.", would.same)
        said.append(so.format(n=number(would.same)))
    return " ".join(said)


def described_words(done: ManyDone) -> str:
    """What was changed."""
    words = ngettext("{n} document described.", "{n} documents described.", done.done)
    return _with_rest(words.format(n=number(done.done)), done, _so_already(done))


def linked_words(done: ManyDone, without_pages: int) -> str:
    """What was linked, and what was not."""
    words = ngettext("{n} document linked.", "{n} documents linked.", done.done)
    so = ngettext("{n} was linked already.", "{n} were linked already.", done.same)
    said = _with_rest(words.format(n=number(done.done)), done, so.format(n=number(done.same)))
    if without_pages:
        bare = ngettext("{n} has no pages to link.", "{n} have no pages to link.", without_pages)
        said = f"{said} {bare.format(n=number(without_pages))}"
    return said


def removed_words(done: ManyDone) -> str:
    """What was put into the trash."""
    words = ngettext(
        "{n} document moved to the trash. Undo (Ctrl+Z) brings it back.",
        "{n} documents moved to the trash. Undo (Ctrl+Z) brings them back.",
        done.done,
    )
    return _with_rest(words.format(n=number(done.done)), done, "")


def _so_already(done: ManyDone) -> str:
    so = ngettext("{n} is so already.", "{n} are so already.", done.same)
    return so.format(n=number(done.same))


def _with_rest(said: str, done: ManyDone, so: str) -> str:
    parts = [said, so if done.same else "", left_out_words(done.left_out) if done.left_out else ""]
    return " ".join(filter(None, parts))
