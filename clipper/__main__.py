"""The words on the command line: a command goes to cli, none opens the window."""

import gc
import os
import sys

NO_DISPLAY = "clipper: There is no display to open the window on. The commands need none: clipper --help\n"


def main() -> int:
    """Start Clipper with the words of this process; give the exit code."""
    try:
        return _started()
    except KeyboardInterrupt:  # among the imports; later the command line says so itself
        if sys.stderr is not None:
            sys.stderr.write("clipper: Stopped.\n")
            sys.stderr.flush()
        os._exit(130)  # returning, Python may end itself by the signal: where it came within an exec, as of dataclasses


def _started() -> int:
    if len(sys.argv) > 1 and sys.argv[1] == "--clipper-worker":
        from clipper import workers  # a child process of a frozen program: nothing else is imported

        workers.serve(sys.argv[2:])
        return 0
    if len(sys.argv) == 1:
        gc.disable()  # the window's tidying takes over; collections among its imports cost 6 ms
        if not has_display():
            return no_display()
        from clipper.gui.main import run as show  # there are no words to understand: 11 ms sooner on the screen

        return show([], library=None, allow_private=False)
    from clipper.cli.arguments import WrongUsage, parse  # the window's start does not pay for it twice

    try:
        words = parse(sys.argv[1:])
    except WrongUsage as error:
        from clipper.cli.main import wrong

        return wrong(error)
    if words.command == "window":
        if not has_display():
            return no_display()
        from clipper.gui.main import run as show  # commands need no Qt

        return show(words.values.what, library=words.library, allow_private=words.allow_private)
    from clipper.cli.main import run  # the window starts before the library's parts are imported

    return run(words)


def has_display() -> bool:
    """Say whether a window can be shown. Where none can, Qt ends the process with a signal (seen with 6.11)."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def no_display() -> int:
    """Say so in place of the window; give the exit code."""
    sys.stderr.write(NO_DISPLAY)
    return 1


if __name__ == "__main__":
    sys.exit(main())
