"""The use cases as commands, for people without a screen and for other programs; knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence

STOPPED = 130


def run(arguments: Sequence[str]) -> int:
    """Do what one command line asks for; answers the process's exit code.

    0: done; 1: done, but some file was refused or is not as it was; 2: not understood or not
    possible, said in one line on stderr; 130: stopped by the person at the keyboard.
    """
    try:
        from ui.console.program import run as run_program

        return run_program(arguments)
    except KeyboardInterrupt:  # before there was anything to stop, or words to say so
        return STOPPED
