"""Write the reference of commands and options into the documents; cog runs this (`make docs`)."""

import cog

from docs.commands_read import SHARED, Parameter, Usage, shared, usages


def reference() -> None:
    """Write the shared options once, then every command with its own."""
    common = shared()
    cog.outl("\n## Shared options")
    for title in SHARED:
        cog.outl(f"\n### {title.capitalize()}\n\n| option | for |\n|---|---|")
        cog.outl("\n".join(row(parameter) for parameter, under in common.items() if under == title))
    purpose = ""
    for usage in usages():
        if usage.purpose != purpose:
            purpose = usage.purpose
            cog.outl(f"\n## {purpose}")
        cog.outl("\n".join(["", *section(usage, common)]))
    cog.outl("")


def section(usage: Usage, common: dict[Parameter, str]) -> list[str]:
    """Write one command."""
    own = [parameter for parameter in usage.parameters if parameter not in common]
    under = dict.fromkeys(common[parameter] for parameter in usage.parameters if parameter in common)
    lines = [f"### {usage.name}", "", usage.text]
    if own:
        lines += ["", "| takes | for |", "|---|---|", *map(row, own)]
    if under:
        lines += ["", f"Shared: {'; '.join(under)}."]
    if usage.example:
        lines += ["", "```sh", usage.example, "```"]
    return lines


def row(parameter: Parameter) -> str:
    """Write a row of a table."""
    written, about = (text.replace("|", "\\|") for text in parameter)
    return f"| `{written}` | {about.replace('<', '&lt;')} |"
