"""The nouns of the catalogue as a person reads them."""

from __future__ import annotations

from ui.language import _


def kind_word(kind: str) -> str:
    """What a record of this kind is called."""
    words = {
        "city": _("city"),
        "partnership": _("partnership"),
        "agreement": _("agreement"),
        "program": _("program"),
        "activity": _("activity"),
        "actor": _("actor"),
        "role": _("role"),
        "relation": _("relation"),
        "finding": _("finding"),
        "term": _("term"),
        "synonym": _("synonyms"),
        "vocabulary": _("list of terms"),
        "deed": _("deed"),
        "office": _("identity of the office"),
        "document": _("document"),
        "link": _("link"),
        "print": _("kept print"),
        "export": _("export"),
        "import": _("import"),
        "page": _("page"),
        "report": _("report"),
        "field": _("field"),
    }
    return words.get(kind, kind)
