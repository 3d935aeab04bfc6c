"""Make pages of a site out of the documents, which are written for GitHub first; mkdocs calls this (`make site`)."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

ROOT: Final = Path(__file__).resolve().parent.parent
AT_THE_ROOT: Final = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
}
"""The documents that stand beside the code, and the pages that they become."""
NO_PAGES: Final = ("LICENSE", "CITATION.cff", "tests/errors/README.md")
"""What documents link to and no page shows; on the site these are plain words."""
GENERATOR: Final = re.compile(r"<!-- \[\[\[(?:cog.*?\]\]\]|end\]\]\][^>]*) -->\n?", re.DOTALL)
FENCE: Final = re.compile(r"^(?P<fence>`{3,})(?P<language>\w+) +(?P<rest>[^`\n]+)$", re.MULTILINE)
LINK: Final = re.compile(r"(?P<open>\]\()(?P<target>[^)#:\s]+)(?P<anchor>#[^)\s]*)?\)")
PLAIN: Final = re.compile(r"\[(?P<text>[^\]]+)\]\((?:\.\./)*(?:" + "|".join(map(re.escape, NO_PAGES)) + r")\)")


def on_files(files: Files, config: "MkDocsConfig") -> Files:
    """Add the documents that stand beside the code."""
    for document, page in AT_THE_ROOT.items():
        text = moved((ROOT / document).read_text(encoding="utf-8"))
        files.append(File.generated(config, page, content=text))
    return files


def on_page_markdown(markdown: str, page: "Page", config: "MkDocsConfig", files: Files) -> str:  # noqa: ARG001 - as mkdocs calls it
    """Leave out what only generators read, and write links and code as this site has them."""
    return FENCE.sub(fence, LINK.sub(link, PLAIN.sub(r"\g<text>", GENERATOR.sub("", markdown))))


def moved(text: str) -> str:
    """Write the links of a document at the root as if it stood in docs/."""
    return re.sub(r"\]\(docs/", "](", text)


def link(found: re.Match[str]) -> str:
    """Turn a link to a document at the root into one to its page."""
    depth, _, name = found["target"].rpartition("../")
    page = AT_THE_ROOT.get(name)
    if page is None:
        return found[0]
    up = depth.count("../") if depth else 0
    return f"{found['open']}{'../' * up}{page}{found['anchor'] or ''})"


def fence(found: re.Match[str]) -> str:
    """Keep the language of a block; a name of a file becomes its title, words for the tests go."""
    name = found["rest"].split()[0]
    title = f' title="{name}"' if "." in name else ""
    return f"{found['fence']}{found['language']}{title}"
