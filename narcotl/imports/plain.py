"""Plain text of what a web page may have held: tags of HTML go, entities become their characters, the rest stays."""

import html
import re
from html.parser import HTMLParser
from typing import Final

_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLOCKS: Final = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "tr", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr"}
)
_INLINE: Final = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small", "span", "strong"}
    | {"sub", "sup", "u", "td", "th", "tbody", "thead", "pre", "script", "style", "section", "article"}
)
_SILENT: Final = frozenset({"script", "style"})


class _Stripper(HTMLParser):
    """Keep the text between tags; what only looks like a tag, such as an address in angle brackets, stays."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _SILENT:
            self.silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")
        elif tag not in _INLINE:
            self.parts.append(html.unescape(self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag not in _INLINE:
            self.parts.append(html.unescape(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")
        elif tag not in _INLINE:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)


def plain_text(text: str) -> str:
    """Give the plain text of a cell: without HTML, and without space around it or doubled in it."""
    if re.search(r"</?[A-Za-z!]", text):
        stripper = _Stripper()
        # Entities are decoded below, and only whole ones: `AT&T` and `?a=1&copy=2` are no entities.
        stripper.feed(text.replace("&", "&amp;"))
        stripper.close()
        text = "".join(stripper.parts)
    text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    lines = (" ".join(line.split()) for line in text.splitlines())
    return re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip()
