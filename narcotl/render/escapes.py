"""Fit text of unknown origin to a page: harmless, and in characters that its encoding has."""

from narcotl.render.page import Page
from narcotl.render.typewriter import encodable
from narcotl.reports.harmless import clean


def fit(text: str, page: Page) -> str:
    """Make a text harmless, and such as the page can take, before it is laid out: escapes need room."""
    return encodable(clean(text).replace("\t", " "), page.encoding)
