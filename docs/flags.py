"""Write the flags of `narcotl new` into the documents, from the forms themselves."""

import cog

from narcotl.library.authoring.facts import FORMS


def flags() -> None:
    """Write a table for each kind: what is needed in bold, what can be repeated with dots."""
    for kind, form in FORMS.items():
        cog.outl(f"\n**{kind}**\n\n| flag | for |\n|---|---|")
        for field in form:
            name = f"`--{field.name}`" + (" ..." if field.several else "")
            cog.outl(f"| {f'**{name}**' if field.required else name} | {field.about.replace('|', '/')} |")
    cog.outl("")
