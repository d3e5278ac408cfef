"""A sentence for each kind of `ArchiveError`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from archive.errors import (
    Ambiguous,
    ArchiveDamaged,
    ArchiveInUse,
    ArchiveTooNew,
    ArchiveTooOld,
    BackupFaulty,
    CannotReadPictures,
    CannotRedraw,
    CannotUndo,
    CatalogueFaulty,
    DiskFull,
    FileUnusable,
    FolderNotEmpty,
    FolderUnusable,
    InUse,
    Invalid,
    MappingFaulty,
    NotAnArchive,
    NotFound,
    NotKept,
    OriginalMissing,
    PrintDamaged,
    ReadOnly,
    SheetUnusable,
    TablesRefused,
    TableTooLarge,
    TermInUse,
    Writer,
)
from ui.language import _, ngettext
from ui.messages.faults import fault_sentence
from ui.messages.kinds import kind_word
from ui.messages.register import mapping_sentence, sheet_sentence
from ui.messages.rules import rule_sentence
from ui.messages.system import fault_words, system_words
from ui.messages.tables import refused_sentence


def sentence(error: BaseException) -> str:
    """What happened, to which file, and what to do, in the language in use."""
    speak = SENTENCES.get(type(error))
    if speak:
        return speak(error)
    reason = fault_words(error) if isinstance(error, OSError) else error
    return _("Something went wrong: {reason}").format(reason=reason)


def writer_words(writer: Writer) -> str:
    """Who writes to an archive and since when: `since 14:05, by sari on MEJA-3`."""
    since = datetime.fromisoformat(writer.since)
    today = since.date() == datetime.now(since.tzinfo).date()
    shown = since.strftime("%H:%M" if today else "%d-%m-%Y %H:%M")
    return _("since {time}, by {user} on {computer}").format(
        time=shown, user=writer.user, computer=writer.computer
    )


def _not_an_archive(error: NotAnArchive) -> str:
    return _("There is no archive in the folder {folder}. Choose another folder.").format(
        folder=error.folder
    )


def _folder_not_empty(error: FolderNotEmpty) -> str:
    return _(
        "The folder {folder} already holds other things. Choose an empty or a new folder."
    ).format(folder=error.folder)


def _folder_unusable(error: FolderUnusable) -> str:
    return _(
        "The folder {folder} cannot be used: {reason}. Check your rights to it and whether the"
        " disk is connected."
    ).format(folder=error.folder, reason=system_words(error.reason))


def _in_use(error: ArchiveInUse) -> str:
    who = writer_words(error.writer) if error.writer else _("by another program")
    return _(
        "The archive {folder} is in use {who}. It can be opened for looking meanwhile."
    ).format(folder=error.folder, who=who)


def _too_new(error: ArchiveTooNew) -> str:
    return _(
        "The archive {folder} was made by a newer version of Kembar. Nothing was changed;"
        " install the newer version to open it."
    ).format(folder=error.folder)


def _too_old(error: ArchiveTooOld) -> str:
    return _(
        "The archive {folder} was made by an older version of Kembar. Open it once for writing:"
        " it is renewed then, after a backup."
    ).format(folder=error.folder)


def _damaged(error: ArchiveDamaged) -> str:
    return _(
        "The catalogue of the archive {folder} cannot be read ({reason}). Nothing was changed;"
        " restore the last backup into a new folder."
    ).format(folder=error.folder, reason=error.reason)


def _read_only(error: ReadOnly) -> str:
    return _(
        "The archive {folder} is open for looking only. Open it again for writing to change it."
    ).format(folder=error.folder)


def _disk_full(error: DiskFull) -> str:
    return _("The disk is full: {path} could not be written. Make room and try again.").format(
        path=error.path
    )


def _file_unusable(error: FileUnusable) -> str:
    if error.reason == "inside_archive":
        return _(
            "{path} lies inside the archive's own folder, where only the archive writes. Choose"
            " another folder."
        ).format(path=error.path)
    return _("The file {path} cannot be used: {reason}. Check its place and your rights.").format(
        path=error.path, reason=system_words(error.reason)
    )


def _not_kept(error: NotKept) -> str:
    if not error.reason:
        return _(
            "The print is made, but was not kept in the archive: the disk of {folder} is full."
            " Make room and print again."
        ).format(folder=error.folder)
    return _(
        "The print is made, but was not kept in the archive: {folder} cannot be written"
        " ({reason}). Save it as a PDF yourself, or print again where the archive can be written."
    ).format(folder=error.folder, reason=system_words(error.reason))


def _print_damaged(error: PrintDamaged) -> str:
    return _(
        "The kept print {path} is missing or has been altered. Bring it back from a backup."
    ).format(path=error.path)


def _not_found(error: NotFound) -> str:
    return _("There is no {kind} “{wanted}” here. Check the name or number.").format(
        kind=kind_word(error.kind), wanted=error.wanted
    )


def _ambiguous(error: Ambiguous) -> str:
    return _("Several records match {kind} “{wanted}”: {ids}. Name one by its number.").format(
        kind=kind_word(error.kind), wanted=error.wanted, ids=", ".join(map(str, error.ids))
    )


def _invalid(error: Invalid) -> str:
    return rule_sentence(error)


def _cannot_undo(error: CannotUndo) -> str:
    if error.reason == "in_the_way":
        return _(
            "This cannot be undone any more: something entered since is in the way, or what it"
            " belongs to is gone. Undo or remove the later change first."
        )
    if error.reason == "printed":
        return _("A print cannot be undone: it may be in somebody's hands. It stays in the log.")
    return _("This cannot be undone any more: it is undone already, or what it changed is gone.")


def _record_in_use(error: InUse) -> str:
    if not error.count:
        return _(
            "The {kind} “{name}” cannot be removed: evidence above your reading level depends"
            " on it. Ask someone who may read it."
        ).format(kind=kind_word(error.kind), name=error.name)
    return ngettext(
        "The {kind} “{name}” cannot be removed: {count} {by} depends on it.",
        "The {kind} “{name}” cannot be removed: {count} × {by} depend on it.",
        error.count,
    ).format(kind=kind_word(error.kind), name=error.name, by=kind_word(error.by), count=error.count)


def _term_in_use(error: TermInUse) -> str:
    if not error.count:
        return _(
            "The term “{name}” cannot be removed: records in the trash or above your reading level"
            " use it. Hide it instead: it is then no longer offered."
        ).format(name=error.name)
    return ngettext(
        "The term “{name}” cannot be removed: {count} record uses it. Hide it instead: it is then"
        " no longer offered, and still shown where it is used.",
        "The term “{name}” cannot be removed: {count} records use it. Hide it instead: it is then"
        " no longer offered, and still shown where it is used.",
        error.count,
    ).format(name=error.name, count=error.count)


def _original_missing(error: OriginalMissing) -> str:
    return _(
        "The original {path} is not in the archive any more. Check the originals, and restore it"
        " from a backup."
    ).format(path=error.path)


def _cannot_read_pictures(error: CannotReadPictures) -> str:
    if error.reason == "no_engine":
        return _(
            "Pages that are pictures cannot be read here: the program's reading part (tesserocr) is"
            " not installed. They wait; install Kembar again with all its parts."
        )
    said = _(
        "Pages that are pictures cannot be read here: none of the languages {languages} is"
        " installed. They wait."
    ).format(languages=", ".join(error.languages))
    how = _("To install them: {command}").format(command=error.command)
    return f"{said} {how}" if error.command else said


def _cannot_redraw(_error: CannotRedraw) -> str:
    return _(
        "This print cannot be made again here: another version of Kembar wrote down what it was"
        " drawn from. The print that was kept stays as it is."
    )


def _backup_faulty(error: BackupFaulty) -> str:
    return _(
        "The file {path} is no whole backup: {reason}. Nothing was changed; use another copy."
    ).format(path=error.path, reason=error.reason)


def _table_too_large(error: TableTooLarge) -> str:
    return _(
        "The table has {rows} rows, and a sheet of Excel holds {most}. Save it as CSV, or filter it"
        " first."
    ).format(rows=error.rows, most=error.most)


def _catalogue_faulty(error: CatalogueFaulty) -> str:
    count = len(error.faults)
    said = ngettext(
        "The catalogue was not loaded, for {count} fault. Nothing was changed. {first}",
        "The catalogue was not loaded, for {count} faults. Nothing was changed. The first: {first}",
        count,
    )
    return said.format(count=count, first=fault_sentence(error.faults[0]))


SENTENCES: dict[type[BaseException], Callable[[Any], str]] = {
    NotAnArchive: _not_an_archive,
    FolderNotEmpty: _folder_not_empty,
    FolderUnusable: _folder_unusable,
    ArchiveInUse: _in_use,
    ArchiveTooNew: _too_new,
    ArchiveTooOld: _too_old,
    ArchiveDamaged: _damaged,
    ReadOnly: _read_only,
    DiskFull: _disk_full,
    FileUnusable: _file_unusable,
    NotFound: _not_found,
    Ambiguous: _ambiguous,
    CannotUndo: _cannot_undo,
    Invalid: _invalid,
    InUse: _record_in_use,
    TermInUse: _term_in_use,
    OriginalMissing: _original_missing,
    CannotReadPictures: _cannot_read_pictures,
    NotKept: _not_kept,
    PrintDamaged: _print_damaged,
    CannotRedraw: _cannot_redraw,
    BackupFaulty: _backup_faulty,
    CatalogueFaulty: _catalogue_faulty,
    SheetUnusable: sheet_sentence,
    MappingFaulty: mapping_sentence,
    TablesRefused: refused_sentence,
    TableTooLarge: _table_too_large,
}
