"""How narcotl ends when a command line has no answer: what is said, and the exit status."""

import os
import sys
from contextlib import suppress

from narcotl.cli.complain import complain
from narcotl.errors import ClosedPipeError, ExitStatus, NarcotlError


def ended(error: BaseException) -> int:
    """Say what went wrong and give the exit status; what nobody foresaw is a bug, and raised again."""
    match error:
        case NarcotlError():
            complain(error.message, error.hint, error.excerpt)
            return error.status
        case BrokenPipeError() | ClosedPipeError():
            return closed_pipe()
        case KeyboardInterrupt():
            return ExitStatus.INTERRUPTED
        case OSError():
            complain(f"cannot write the answer: {error.strerror or error}", "Check where standard output goes.")
            return closed_pipe(ExitStatus.UNREADABLE)
        case _:
            raise error


def closed_pipe(status: int = ExitStatus.ANSWERED) -> int:
    """End quietly when the reader has gone: nothing more may be written, not even at the end of the process."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


def closed_output() -> int:
    """Say that nobody can read the answer, as standard output was closed before the start."""
    complain("standard output is closed", "Send it somewhere: a terminal, a pipe or a file.")
    return ExitStatus.UNREADABLE
