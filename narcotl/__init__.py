"""A timeline and fact query tool for the history of the drug trade and counternarcotics.

>>> import narcotl
>>> with narcotl.open() as store:
...     for event in store.timeline(region="andes", until=1992):
...         print(event.date, event.title)
"""

TYPE_CHECKING = False
"""What type checkers take for true: importing it from `typing` costs more than the rest of `narcotl --version`."""

if TYPE_CHECKING:
    from narcotl.errors import DateError, NarcotlError, StoreError, UnknownNameError, UsageError
    from narcotl.library.store import Store
    from narcotl.library.store import open_store as open  # noqa: A004 - narcotl.open, as gzip.open

__version__ = "0.1.0"

__all__ = [
    "DateError",
    "NarcotlError",
    "Store",
    "StoreError",
    "UnknownNameError",
    "UsageError",
    "__version__",
    "open",
]

STORE = ("Store", "open")
"""The names that are in `narcotl.library.store`; the others are in `narcotl.errors`."""


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import what is asked for, so that `import narcotl` alone imports nothing."""
        from importlib import import_module

        if name not in __all__:
            raise AttributeError(f"module 'narcotl' has no attribute {name!r}")
        home = import_module("narcotl.library.store" if name in STORE else "narcotl.errors")
        return getattr(home, "open_store" if name == "open" else name)


def __dir__() -> list[str]:
    """List the names, also those that are not imported yet."""
    return sorted({*globals(), *__all__})
