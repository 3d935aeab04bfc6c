"""The page that a pane of the browser is to those who lay out records."""

import io

from narcotl.render.page import Page


def page_of(width: int) -> Page:
    """Give a page so wide, which takes every character; nothing is ever written on it."""
    return Page(stream=io.StringIO(), width=max(1, width), color=True)
