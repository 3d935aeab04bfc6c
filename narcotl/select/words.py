"""Turn what a person types into a query of the full-text index, in which nothing is an operator by accident."""

import re

from narcotl.errors import UsageError


def match_all(text: str) -> str:
    """Ask for records that hold every word of a text; quotes and operators in it are words or nothing."""
    words = re.findall(r"\w+", text)
    if not words:
        raise UsageError(
            f"there is no word in '{text}'", "Give at least one word to look for, such as `--text hawala`."
        )
    return " ".join(f'"{word}"' for word in words)
