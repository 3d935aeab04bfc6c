"""Write what an encoding does not have in characters that every encoding has."""

from typing import Final

_TYPEWRITER: Final = str.maketrans(
    {
        "\N{BOX DRAWINGS LIGHT HORIZONTAL}": "-",
        "\N{FULL BLOCK}": "#",
        "\N{MEDIUM SHADE}": ":",
        "\N{MIDDLE DOT}": "-",
        "\N{NO-BREAK SPACE}": " ",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{HORIZONTAL ELLIPSIS}": "...",
        "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": "<<",
        "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}": ">>",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHTWARDS ARROW}": "->",
        "\N{ALMOST EQUAL TO}": "~",
        "\N{LESS-THAN OR EQUAL TO}": "<=",
        "\N{GREATER-THAN OR EQUAL TO}": ">=",
        "\N{MULTIPLICATION SIGN}": "x",
    }
)


def encodable(text: str, encoding: str) -> str:
    """Keep to the characters of an encoding: a typewriter's dashes and quotes for a printer's, escapes for others."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_TYPEWRITER).encode(encoding, "backslashreplace").decode(encoding)
    return text
