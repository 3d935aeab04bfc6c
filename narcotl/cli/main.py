"""The edge: arguments in, exit status out. The only place that catches everything.

It imports nothing that the interpreter has not imported already: whoever asks for the version pays for no more.
"""

import gc
import os
import sys

from narcotl import __version__

COMPLETING = "_NARCOTL_COMPLETE"
"""The variable that a shell sets when it asks for completions."""
SMALLEST, WIDTH = 20, 80
"""The lines that every terminal has, and the columns that help is made for."""
SOON = 0.01
"""Seconds until a Ctrl-C that was lost comes again."""
INTERRUPTED = 130
"""As in `ExitStatus`, which is not imported for it."""


def run() -> None:
    """Run narcotl as a program, without what only long-lived programs need.

    The collector of cycles finds nothing in one command and runs dozens of times while modules are imported;
    taking every module apart at the end frees memory that goes with the process. Together they cost a sixth.
    """
    try:
        gc.disable()
        sys.unraisablehook = unraisable
        if sys.stderr is None:  # closed by whoever started us, as standard output may be
            sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open until the process ends
        status = answered()
        for stream in (sys.stdout, sys.stderr):
            try:
                if stream is not None:
                    stream.flush()
            except (OSError, ValueError):
                pass
    except KeyboardInterrupt:  # before main could notice, or after
        status = INTERRUPTED
    os._exit(status)


def unraisable(found: "sys.UnraisableHookArgs") -> None:
    """Let a Ctrl-C that Python could not raise, since it came inside a callback of its own, come again a moment later.

    Anything else is shown as Python shows it.
    """
    if not isinstance(found.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(found)
        return
    import signal

    signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, SOON)


def answered() -> int:
    """Answer the command line of this process, if there is anywhere to write the answer."""
    if sys.stdout is None:
        from narcotl.cli.ending import closed_output

        return closed_output()
    return main()


def main(argv: list[str] | None = None) -> int:
    """Answer one command line: the answer on standard output, the conversation on standard error."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        refuse_what_is_no_text(arguments)
        status = answer(arguments)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - what is no error of use is raised again
        from narcotl.cli.ending import ended

        return ended(error)
    return status


def refuse_what_is_no_text(arguments: list[str]) -> None:
    """Refuse arguments whose bytes are not text in the encoding of the system: no name, date or path can be so."""
    for argument in arguments:
        try:
            argument.encode()
        except UnicodeEncodeError:
            from narcotl.errors import UsageError

            hint = "Give names, dates and paths in UTF-8; the locale of the shell may be another."
            raise UsageError(f"the argument {argument!r} is not text", hint) from None


def answer(arguments: list[str]) -> int:
    """Answer what needs no command line parser at once, and leave the rest to the commands."""
    if COMPLETING not in os.environ:
        text = instant(arguments)
        if text is not None:
            say(text + "\n", paged="--no-pager" not in arguments)
            return 0
    from narcotl.cli.dispatch import dispatch

    return dispatch(arguments)


def say(text: str, *, paged: bool) -> None:
    """Write a text; what may be longer than the screen of a terminal goes through a pager."""
    if paged and text.count("\n") > SMALLEST and sys.stdout.isatty():
        from narcotl.render import pager

        if words := pager.command():
            with pager.paged(sys.stdout, words, WIDTH) as screenful:
                screenful.write(text)
            return
    sys.stdout.write(text)


def instant(arguments: list[str]) -> str | None:
    """Give the text of what is answered without a command, or None."""
    if arguments == ["--version"]:
        return f"narcotl {__version__}"
    if not arguments or arguments[0] in ("--help", "-h", "help"):
        from narcotl.cli import welcome

        return welcome.overview() if arguments else welcome.welcome()
    return None
