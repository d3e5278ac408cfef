"""Help and complaints of the command line's parser, in the person's language."""

from __future__ import annotations

from typing import Any

from typer import TyperException

from ui.console.options import N_
from ui.language import _

PANELS = {"argument": N_("Arguments"), "option": N_("Options")}
COMMANDS_PANEL = N_("Commands")
HELP = N_("Show this help and end.")


def translated(command: Any) -> Any:
    """The command and all below it, with help texts and the names of lists translated."""
    command.help = _(command.help) if command.help else command.help
    command.rich_help_panel = _(COMMANDS_PANEL)
    for parameter in command.params:
        parameter.help = _(parameter.help) if parameter.help else parameter.help
        parameter.rich_help_panel = _(PANELS[parameter.param_type_name])
    for below in getattr(command, "commands", {}).values():
        translated(below)
    return command


def sentence(error: TyperException) -> str:
    """What could not be understood, in one line, with the way to the help."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "kembar"
    return _("{complaint} See: {command} --help").format(complaint=_complaint(error), command=path)


def _complaint(error: TyperException) -> str:
    parameter = getattr(error, "param", None)
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return _("There is no option {name}.").format(name=getattr(error, "option_name", ""))
    if kind == "MissingParameter" and parameter is not None:
        return _("{name} is missing.").format(name=_name(parameter))
    if kind == "BadParameter" and parameter is not None:
        return _("{name}: this value does not fit.").format(name=_name(parameter))
    return _("This command line cannot be understood: {words}").format(words=error.format_message())


def _name(parameter: Any) -> str:
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.human_readable_name)
