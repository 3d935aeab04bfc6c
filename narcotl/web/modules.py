"""Put the modules of the page's own JavaScript into one text, so that the page is one file and needs no build step.

The files in `page` are modules as browsers run them. Inside one page a module cannot name another one, so each
becomes a function that is called once and gives what it exports; an import takes that apart.
"""

import re
from typing import Final

IMPORT: Final = re.compile(r'^import \{ (?P<names>[\w, ]+) \} from "\./(?P<module>\w+)\.js";$', re.MULTILINE)
EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:const|function|class) (?P<name>\w+))", re.MULTILINE)
"""The only forms of import and export that the modules of the page use; a test looks."""


def joined(modules: dict[str, str], entry: str) -> str:
    """Join modules, by their names, into the text of one that runs `entry`; each after those that it imports."""
    done: dict[str, str] = {}
    join(modules, entry, done)
    return "\n".join(done.values())


def join(modules: dict[str, str], name: str, done: dict[str, str]) -> None:
    """Add a module after those that it imports."""
    if name in done:
        return
    text = modules[name]
    for found in IMPORT.finditer(text):
        join(modules, found["module"], done)
    done[name] = function(name, text)


def function(name: str, text: str) -> str:
    """Write a module as a function that is called and gives what the module exports."""
    exported = ", ".join(found["name"] for found in EXPORT.finditer(text))
    imported = IMPORT.sub(lambda found: f"const {{ {found['names']} }} = ${found['module']};", text)
    return f"const ${name} = (() => {{\n{EXPORT.sub('', imported).strip()}\nreturn {{ {exported} }};\n}})();"
