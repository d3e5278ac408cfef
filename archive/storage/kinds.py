"""The kinds of files that come in: their media types, and the endings of their names."""

from __future__ import annotations

PDF, TEXT = "application/pdf", "text/plain"
JPEG, PNG, TIFF = "image/jpeg", "image/png", "image/tiff"
BMP, GIF, WEBP = "image/bmp", "image/gif", "image/webp"
OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX = f"{OFFICE}wordprocessingml.document"
XLSX = f"{OFFICE}spreadsheetml.sheet"
PPTX = f"{OFFICE}presentationml.presentation"
OPEN = "application/vnd.oasis.opendocument."
ODT, ODS, ODP = f"{OPEN}text", f"{OPEN}spreadsheet", f"{OPEN}presentation"
DOC, XLS = "application/msword", "application/vnd.ms-excel"
PPT, MSG = "application/vnd.ms-powerpoint", "application/vnd.ms-outlook"
RTF, EML = "application/rtf", "message/rfc822"

IMAGES = frozenset((JPEG, PNG, TIFF, BMP, GIF, WEBP))
WRITTEN = frozenset((DOCX, ODT))  # their text is read, through a reading copy
ENDINGS: dict[str, tuple[str, ...]] = {  # media type: the endings of its names, the usual first
    PDF: (".pdf",),
    TEXT: (".txt",),
    JPEG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    PNG: (".png",),
    TIFF: (".tif", ".tiff"),
    BMP: (".bmp", ".dib"),
    GIF: (".gif",),
    WEBP: (".webp",),
    DOCX: (".docx", ".docm", ".dotx"),
    XLSX: (".xlsx", ".xlsm"),
    PPTX: (".pptx", ".ppsx", ".pptm"),
    ODT: (".odt",),
    ODS: (".ods",),
    ODP: (".odp",),
    DOC: (".doc", ".dot"),
    XLS: (".xls",),
    PPT: (".ppt", ".pps"),
    MSG: (".msg",),
    RTF: (".rtf",),
    EML: (".eml",),
}
BY_ENDING = {ending: kind for kind, endings in ENDINGS.items() for ending in endings}
