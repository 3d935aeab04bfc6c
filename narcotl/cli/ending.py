"""How narcotl ends when a command line has no answer: what is said, and the exit status."""

import os
import sys
from contextlib import suppress

from narcotl.cli.complain import complain
from narcotl.errors import ClosedPipeError, ExitStatus, NarcotlError


def ended(error: BaseException) -> int:
    """Say what went wrong and give the exit status; what nobody foresaw is a bug, and raised again."""
    if was_interrupted(error):
        if sys.stderr.isatty():
            sys.stderr.write("\n")  # so that the prompt does not stand behind the ^C
        return ExitStatus.INTERRUPTED
    match error:
        case NarcotlError():
            complain(error.message, error.hint, error.excerpt)
            return error.status
        case BrokenPipeError() | ClosedPipeError():
            return closed_pipe()
        case OSError():
            complain(f"cannot write the answer: {error.strerror or error}", "Check where standard output goes.")
            return closed_pipe(ExitStatus.UNREADABLE)
        case _:
            raise error


def was_interrupted(error: BaseException | None) -> bool:
    r"""Tell whether a Ctrl-C is behind an error.

    Python hides one that comes while it makes a class, and while it loads `unicodedata` to compile a `\N{...}`.
    """
    while error is not None:
        if isinstance(error, KeyboardInterrupt) or (isinstance(error, SyntaxError) and "unicodedata" in str(error)):
            return True
        error = error.__cause__ or error.__context__
    return False


def closed_pipe(status: int = ExitStatus.ANSWERED) -> int:
    """End quietly when the reader has gone: nothing more may be written, not even at the end of the process."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


def closed_output() -> int:
    """Say that nobody can read the answer, as standard output was closed before the start."""
    complain("standard output is closed", "Send it somewhere: a terminal, a pipe or a file.")
    return ExitStatus.UNREADABLE
