"""The content security policy of the page: only the texts that it is made of may run, and nothing may be asked for."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Allow exactly these scripts and styles, by their digests: no others, no eval, no request, no form, no frame.

    `img-src data:` is for the empty icon that keeps browsers from asking for one. Trusted types forbid the page
    itself to make markup of text; its `default` policy lets only an empty text through.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(digest, scripts))}",
            f"style-src {' '.join(map(digest, styles))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types default",
        )
    )


def digest(text: str) -> str:
    """Write the digest of a text as a policy names it."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
