"""The command line: one command, its result, its exit code. The last resort for its errors."""

import io
import logging
import os
import sys
from pathlib import Path

from clipper import logs, settings
from clipper.app import App, Tools
from clipper.cli import adding, changing, keeping, looking, reextracting, remembering, searches, sentences
from clipper.cli.arguments import USAGE, Words, WrongUsage
from clipper.cli.output import Output, Unwritable
from clipper.errors import Cancelled, ClipperError
from clipper.progress import Progress
from clipper.settings import Settings

log = logging.getLogger(__name__)

DONE, NOT_DONE, WRONG, STOPPED = 0, 1, 2, 130


def run(words: Words) -> int:
    """Do a command and give its exit code. Never shows a traceback: it stands in the log."""
    _open_streams()
    _speak_utf8()
    logs.start(settings.log_folder())
    out = Output(as_json=words.json)
    try:
        return _run(words, out)
    except WrongUsage as error:
        return wrong(error)
    except ClipperError as error:
        out.message(sentences.error(error))
        return NOT_DONE
    except (KeyboardInterrupt, Cancelled):
        return _stopped(out)
    except BrokenPipeError:
        _give_up_output()  # whoever read it has left
        return NOT_DONE
    except Unwritable as error:
        _give_up_output()
        out.message(f"Standard output cannot be written to: {error}.")
        return NOT_DONE
    except Exception:
        log.exception("command %s", words.command)
        out.message(f"Something went wrong. The log has more: {settings.log_folder() / 'clipper.log'}")
        return NOT_DONE


def wrong(error: WrongUsage) -> int:
    """Say what is wrong about the words."""
    sys.stderr.write(f"clipper: {error}\n\n{USAGE}\n")
    return WRONG


def _run(words: Words, out: Output) -> int:
    chosen, complaints = settings.load(settings.config_folder() / "settings.toml")
    if complaints:
        out.message(f"Settings that could not be read were left out: {', '.join(complaints)}.")
    progress = Progress(out.step)
    if words.command == "extract":
        return _extract(words, chosen, out, progress)
    app = App(words.library or settings.data_folder(), chosen, allow_private=words.allow_private)
    try:
        return _commanded(app, words, out, progress)
    finally:
        app.close()


def _extract(words: Words, chosen: Settings, out: Output, progress: Progress) -> int:
    tools = Tools(chosen, allow_private=words.allow_private)
    try:
        return adding.extract(tools, words.values.what, out, progress)
    finally:
        tools.close()


def _commanded(app: App, words: Words, out: Output, progress: Progress) -> int:
    values = words.values
    match words.command:
        case "add":
            return adding.add(app, values.what, values.tag, out, progress)
        case "find":
            return looking.find(app, values, out, progress)
        case "list":
            return looking.list_clippings(app, values, out)
        case "show":
            return looking.show(app, values, out)
        case "similar":
            return looking.similar(app, values, out, progress)
        case "tag":
            return changing.tag(app, values, out, progress)
        case "edit":
            return changing.edit(app, values, out, progress)
        case "trash":
            return changing.trash(app, values, out, progress)
        case "restore":
            return changing.restore(app, values, out, progress)
        case "reextract":
            return reextracting.reextract(app, values, out, progress)
        case "memory":
            return remembering.memory(app, values, out)
        case "searches":
            return searches.searches(app, values, out, progress)
        case "export":
            return keeping.export(app, values, out, progress)
        case "check":
            return keeping.check(app, out, progress)
        case "rebuild":
            return keeping.rebuild(app, out, progress)
        case "backup":
            return keeping.backup(app, values, out, progress)
    raise AssertionError(words.command)


def _stopped(out: Output) -> int:
    """End at once: a thread may be waiting for a line of standard input that never comes."""
    out.message("Stopped.")
    sys.stdout.flush()
    logging.shutdown()
    os._exit(STOPPED)


def _give_up_output() -> None:
    """Let standard output lead nowhere: Python would complain again when it flushes at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_streams() -> None:
    """Put nothing in the place of a stream that was closed when we started (">&-"), or that a window has not got."""
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - open until the end
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; a name that is no UTF-8 goes out as the bytes it came in."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(newline="\n")  # a carriage return within a line is part of it
