"""Sentences for an office's register: what is wrong with its file, its columns, its rows."""

from __future__ import annotations

from archive.errors import MappingFaulty, SheetUnusable
from archive.exchange.register.columns import FAULTS, VOCABULARY
from archive.exchange.register.rows import RowFault
from archive.vocabulary import label
from ui.language import _, language
from ui.messages.rules import rule_sentence


def left_heading() -> str:
    """What heads the column of faults in a file to be mended."""
    return column_words(FAULTS)


def column_words(code: str) -> str:
    """What a column of the register is called, beginning with a capital."""
    said = label(VOCABULARY, code, language())
    return said[:1].upper() + said[1:]


def sheet_sentence(error: SheetUnusable) -> str:
    """Why a spreadsheet cannot be read, and what to do."""
    words = {
        "password": _(
            "The file {file} asks for a password. Open it in its own program, save a copy without"
            " a password, and choose the copy."
        ),
        "xls": _(
            "The file {file} is of an old form (XLS). Open it in its own program and save it as"
            " XLSX or CSV."
        ),
        "broken": _(
            "The file {file} cannot be read as a table: it is damaged, or of another form. Open it"
            " in its own program and save it as XLSX or CSV again."
        ),
        "not_text": _("The file {file} is neither XLSX nor CSV. Choose another file."),
        "empty": _("There is nothing on this sheet of {file}. Choose another sheet or file."),
        "too_large": _("The file {file} is too large for a register. Divide it and try again."),
        "too_many_rows": _(
            "The file {file} has more than {detail} rows. Divide it and bring in the parts."
        ),
        "too_wide": _(
            "The file {file} has more than {detail} columns. Remove those that are not needed."
        ),
        "no_sheet": _("The file {file} has no sheet “{detail}”. Check the name."),
    }
    return words[error.reason].format(file=error.path.name, detail=error.detail)


def mapping_sentence(error: MappingFaulty) -> str:
    """What is to be changed about the columns, all of it."""
    return " ".join(_mapping_fault(rule, code) for rule, code in error.faults)


def row_sentence(fault: RowFault) -> str:
    """What is wrong with a row, and what to do; begins with the name of the column."""
    if fault.refused is not None:
        return rule_sentence(fault.refused)
    words = {**_of_dates(), **_of_cities(), **_of_cells()}
    said = words[fault.rule].format(value=fault.value, row=fault.row)
    if fault.near:
        near = ", ".join(f"“{name}”" for name in fault.near)
        said = _("{said} Perhaps {near}?").format(said=said, near=near)
    return f"{column_words(fault.column)}: {said}" if fault.column else said


def _mapping_fault(rule: str, code: str) -> str:
    column = column_words(code)
    if rule == "twice":
        return _("“{column}” is chosen for several columns; leave it at one.").format(column=column)
    words = {
        "city_b": _("Choose the column that names the partner city, or both cities."),
        "title": _("Choose the column of titles."),
        "number": _("Choose the column of numbers, or allow rows without a number."),
    }
    return words[code]


def _of_dates() -> dict[str, str]:
    return {
        "impossible_date": _("there is no such day as “{value}”. Correct the date."),
        "not_a_date": _(
            "“{value}” is not understood as a date. Write for example 31/12/2019, 31 December"
            " 2019, 12/2019 or 2019."
        ),
        "number_not_date": _(
            "“{value}” is a number, not a date. Give the cell the form of a date."
        ),
        "end_before_start": _("“{value}” lies before the start. Correct one of the two dates."),
        "ends_disagree": _(
            "reckoned from its length the end is {value}, which is not the end given. Correct or"
            " remove one of the two."
        ),
        "length_without_start": _(
            "“{value}” needs a day from which it is reckoned. Give the date signed, or the end."
        ),
        "not_months": _("“{value}” is no number of months. Write for example 6."),
        "notice_too_long": _("{value} months are too many; 0 to 120 are possible."),
    }


def _of_cities() -> dict[str, str]:
    return {
        "unknown_city": _(
            "the catalogue has no city “{value}”. Correct the name, or enter the city first."
        ),
        "ambiguous_city": _("several cities go by “{value}”. Write the one name that only it has."),
        "not_two_cities": _("“{value}” does not name two cities. Write “Jakarta – Tokyo”."),
        "no_own_city": _(
            "the sheet has no column for the first city, and the catalogue not one city of its own"
            " to stand for it. Choose that column too."
        ),
        "same_city": _("“{value}” cannot cooperate with itself. Correct one of the two cities."),
        "no_partnership": _(
            "the catalogue has no partnership {value}. Enter it first, or have missing partnerships"
            " made."
        ),
        "several_partnerships": _(
            "{value} are joined by partnerships of several kinds. Choose a column that says which."
        ),
    }


def _of_cells() -> dict[str, str]:
    return {
        "blank": _("nothing stands here. Fill it in."),
        "formula": _("the formula in this cell has failed ({value}). Correct it in the sheet."),
        "too_long": _("the text has more than {value} signs. Shorten it."),
        "unknown_term": _("“{value}” is not in the list of the catalogue. Use a word of it."),
        "in_archive": _("this paper is in the archive already: {value}. Remove the row."),
        "in_file": _("the same paper stands in row {row} already. Remove one of the two."),
    }
