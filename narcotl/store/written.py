"""How functions that decode mappings write the JSON of what they make, in the order of the model."""

from collections.abc import Generator, Iterator
from enum import EnumType
from json.encoder import encode_basestring
from typing import Any

from narcotl.model.declared import REQUIRED, Field
from narcotl.model.encode import number_text
from narcotl.model.record import HIDDEN, Record
from narcotl.store.compiler import Compiler, texts
from narcotl.store.decode import flat_fields
from narcotl.store.general import nothing


class Written(Compiler):
    """Writes the end of a function that makes a value of one class, of some keys: its JSON."""

    def __init__(self, cls: type[Any], keys: tuple[str, ...], *, spotted: bool) -> None:
        """Begin."""
        super().__init__(spotted=spotted)
        self.cls = cls
        self.keys = keys
        self.names |= {"quoted": encode_basestring, "number": number_text}
        self.beside = flat_fields(cls)
        self.fields = [field for field in cls.FIELDS if field.name not in HIDDEN]

    def is_vocabulary(self, hint: Any) -> bool:
        """Tell whether a type is a vocabulary; keep the JSON of each of its words."""
        if not isinstance(hint, EnumType):
            return False
        self.names[f"texts_{hint.__name__}"] = texts(hint)
        return True

    def together(self, outer: frozenset[str] | None) -> Iterator[str]:
        """Put the JSON of the fields together, in the order of the model."""
        pieces = []
        for field in sorted(self.fields, key=lambda field: field.name != "id"):
            if field.name in self.beside:
                pieces.append(f"{{t_{field.name}}}" if self.beside[field.name][0].SHORT in self.keys else "")
            elif field.name not in (outer or ()):
                pieces.append((yield from self.piece(field)))
        for name in getattr(self.cls, "DERIVED", ()):
            yield f"t_{name} = quoted(value.{name})"
            pieces.append(f',"{name}":{{t_{name}}}')
        text = "".join(pieces)
        if outer is not None:
            yield f"return value, f'{text}'"
        elif issubclass(self.cls, Record):
            yield f'return value, f\'{{{{"kind":"{self.cls.KIND.value}"{text}}}}}\''
        elif text.startswith(","):
            yield f"return value, f'{{{{{text[1:]}}}}}'"
        else:
            yield f"text = f'{text}'"
            yield "return value, '{' + text[1:] + '}'"

    def piece(self, field: Field) -> Generator[str, None, str]:
        """Give how a field is written: always, if it does not say the default, or as what the class always prints."""
        name = field.name
        key = "type" if name == "kind" and issubclass(self.cls, Record) else name.rstrip("_")
        is_core = name in self.cls.CORE
        said = f',"{key}":{{t_{name}}}'
        if name.rstrip("_") in self.keys:
            if is_core or field.default in (REQUIRED, None):
                return said
            self.names[f"default_{name}"] = field.default
            yield f"t_{name} = '' if value.{name} == default_{name} else ',\"{key}\":' + t_{name}"
            return f"{{t_{name}}}"
        if not is_core:
            return ""
        return f',"{key}":{nothing(field.default)}'
