"""The door: opens the window, or runs one command.

Nothing of ours is imported here at module level: with the `spawn` start method every process
beside the window imports this module first.
"""

import gc
import sys
from multiprocessing import freeze_support

WINDOW_OPTIONS = ("--archive", "--access", "--language")


def main() -> int:
    """Open the window when no command is named, else run the command; answers the exit code."""
    freeze_support()
    options = _window_options(sys.argv[1:])
    if options is None:
        from ui.console import run

        return run(sys.argv[1:])
    _warm()
    from ui.application import start

    return start(options)


def _warm() -> None:
    """Import what is large before Qt: its hook reads the source of each module that comes later.

    Nothing made while starting is garbage: looking for some would only take time. `open_window`
    has it looked for again.
    """
    gc.disable()
    import archive.archive  # noqa: F401
    import search.finder  # noqa: F401


def _window_options(arguments: list[str]) -> dict[str, str] | None:
    """The options of the window by name; None when anything else is asked for."""
    options: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if name not in WINDOW_OPTIONS:
            return None
        options[name.removeprefix("--")] = value if equals else next(rest, "")
    return options


if __name__ == "__main__":
    raise SystemExit(main())
