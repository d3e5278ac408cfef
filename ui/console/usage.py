"""Help and complaints of the command line's parser, in the person's language."""

from __future__ import annotations

import re
from typing import Any

import typer

from ui.console.options import N_
from ui.language import _

PANELS = {"argument": N_("Arguments"), "option": N_("Options")}
COMMANDS_PANEL = N_("Commands")
HELP = N_("Show this help and end.")
COMPLAINTS = {  # what the parser says, and what we say
    r"No such option: (.+?)(?: |$)": N_("There is no option {name}."),
    r"No such command '(.+?)'": N_("There is no command {name}."),
    r"Missing command()": N_("Name a command."),
    r"Option '(.+?)' requires": N_("{name} needs a value."),
    r"Got unexpected extra argument\S* \((.+)\)": N_("Too much was typed: {name}."),
}


def translated(command: Any) -> Any:
    """The command and all below it, with help texts and the names of lists, translated."""
    command.help = _(command.help) if command.help else command.help
    command.rich_help_panel = _(COMMANDS_PANEL)
    showing_help = command.get_help_option(typer.Context(command))
    showing_help.help = HELP
    for parameter in (*command.params, showing_help):
        parameter.help = _(parameter.help) if parameter.help else parameter.help
        parameter.rich_help_panel = _(PANELS[parameter.param_type_name])
        parameter.metavar = "" if getattr(parameter, "is_flag", False) else parameter.metavar
    for below in getattr(command, "commands", {}).values():
        translated(below)
    return command


def sentence(error: typer.TyperException) -> str:
    """What could not be understood, in one line, with the way to the help."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "kembar"
    return _("{complaint} See: {command} --help").format(complaint=_complaint(error), command=path)


def _complaint(error: typer.TyperException) -> str:
    parameter = getattr(error, "param", None)
    if parameter is not None and type(error).__name__ == "MissingParameter":
        return _("{name} is missing.").format(name=_name(parameter))
    if parameter is not None:
        return _("{name}: this value does not fit.").format(name=_name(parameter))
    for said, ours in COMPLAINTS.items():
        if found := re.match(said, error.format_message()):
            return _(ours).format(name=found[1])
    return _("This command line cannot be understood: {words}").format(words=error.format_message())


def _name(parameter: Any) -> str:
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.human_readable_name)
