"""Fold a name so that case, accents, hyphens and spaces do not matter when it is looked up."""

import unicodedata


def fold(name: str) -> str:
    """Give the form under which a name is found: `Otárola` is `otarola`, `golden-triangle` is `golden triangle`."""
    if name.isascii():
        plain = name.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", name.casefold())
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(plain.replace("-", " ").replace("_", " ").replace(".", "").replace("'", "").split())
