"""The edge: arguments in, exit status out. The only place that catches everything and prints errors."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from narcotl import __version__
from narcotl.cli.complain import complain
from narcotl.errors import ClosedPipeError, ExitStatus, NarcotlError, UsageError

COMPLETING = "_NARCOTL_COMPLETE"
"""The variable that a shell sets when it asks for completions."""


def run() -> NoReturn:
    """Run narcotl as a program, without what only long-lived programs need.

    The collector of cycles finds nothing in one command and runs dozens of times while modules are imported;
    taking every module apart at the end frees memory that goes with the process. Together they cost a sixth.
    """
    gc.disable()
    if sys.stdout is None:  # closed by whoever started us
        complain("standard output is closed", "Send it somewhere: a terminal, a pipe or a file.")
        os._exit(ExitStatus.UNREADABLE)
    status = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


def main(argv: Sequence[str] | None = None) -> int:
    """Answer one command line: the answer on standard output, the conversation on standard error."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        refuse_what_is_no_text(arguments)
        status = answer(arguments)
        sys.stdout.flush()
    except NarcotlError as error:
        complain(error.message, error.hint, error.excerpt)
        return error.status
    except (BrokenPipeError, ClosedPipeError):
        return closed_pipe()
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except OSError as error:
        complain(f"cannot write the answer: {error.strerror or error}", "Check where standard output goes.")
        return closed_pipe(ExitStatus.UNREADABLE)
    return status


def refuse_what_is_no_text(arguments: Sequence[str]) -> None:
    """Refuse arguments whose bytes are not text in the encoding of the system: no name, date or path can be so."""
    for argument in arguments:
        try:
            argument.encode()
        except UnicodeEncodeError:
            hint = "Give names, dates and paths in UTF-8; the locale of the shell may be another."
            raise UsageError(f"the argument {argument!r} is not text", hint) from None


def answer(arguments: list[str]) -> int:
    """Answer what needs no command line parser at once, and leave the rest to the commands."""
    if COMPLETING not in os.environ:
        text = instant(arguments)
        if text is not None:
            sys.stdout.write(text + "\n")
            return ExitStatus.ANSWERED
    from narcotl.cli.app import dispatch

    return dispatch(arguments)


def instant(arguments: list[str]) -> str | None:
    """Give the text of what is answered without a command, or None."""
    if arguments == ["--version"]:
        return f"narcotl {__version__}"
    if not arguments or arguments[0] in ("--help", "-h", "help"):
        from narcotl.cli import welcome

        return welcome.overview() if arguments else welcome.welcome()
    return None


def closed_pipe(status: int = ExitStatus.ANSWERED) -> int:
    """End quietly when the reader has gone: nothing more may be written, not even at the end of the process."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status
