"""FollowTheMoney: its people, bodies, documents and events, with the links between them; without its library.

The schema is at https://followthemoney.tech; the library brings ICU and a compiler along.
"""

from narcotl.imports.ftm.reader import read

__all__ = ["read"]
