"""End the process from outside of what it is busy with, since that cannot be stopped."""

import os
import sys
from contextlib import suppress

from narcotl.cli.complain import complain
from narcotl.cli.main import unraisable
from narcotl.errors import NarcotlError

_OURS = range(3, 4096)
"""The descriptors behind those that every process has."""


def give_up(error: NarcotlError) -> None:
    """Say what is wrong and end with its status, after whoever reads the answer in a pager has seen enough.

    The answer so far is not completed, and a file that was named for it is not replaced. Where narcotl is a guest in
    another process, as in its tests, nothing happens.
    """
    if sys.unraisablehook is not unraisable:
        return
    # What is a pipe to the pager among these tells it that nothing more comes.
    os.closerange(_OURS.start, _OURS.stop)
    with suppress(ChildProcessError):
        while os.wait():
            pass
    complain(error.message, error.hint, error.excerpt)
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(error.status)
