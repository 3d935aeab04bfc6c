"""What TeX would show of a text in a bibliography; by pylatexenc, which bibtexparser brings along."""

import re
from functools import cache
from typing import Any, Final

_BRACES: Final = {r"\textbraceleft": r"\{", r"\textbraceright": r"\}"}
"""Names of characters that pylatexenc does not know."""
_NAMED: Final = re.compile(r"(\\textbrace(?:left|right))(?:\{\}|\b ?)")
_BARE: Final = re.compile(r"(?<!\\)((?:\\\\)*)([%&#])")
"""What people forget to escape: TeX would drop the rest of the line after a percent sign."""
_DOLLAR: Final = re.compile(r"(?<!\\)\$")


def shown(tex: str) -> str:
    """Give the plain text, with one space where there were several."""
    text = _NAMED.sub(lambda found: _BRACES[found[1]], tex)
    text = _BARE.sub(r"\1\\\2", text)
    if len(_DOLLAR.findall(text)) % 2:
        # A single one is money, and no mathematics.
        text = _DOLLAR.sub(r"\\$", text)
    told = str(reader().latex_to_text(text)).replace("\N{MODIFIER LETTER CIRCUMFLEX ACCENT}", "^")
    return " ".join(told.split())


@cache
def reader() -> Any:
    """Make what reads TeX: once, since it compiles its tables."""
    from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

    known = get_default_latex_context_db()
    # Commands that nobody knows stay as they are, instead of being dropped.
    known.set_unknown_macro_spec(MacroTextSpec("", simplify_repl=lambda node: f"\\{node.macroname} "))
    return LatexNodes2Text(math_mode="verbatim", latex_context=known)
