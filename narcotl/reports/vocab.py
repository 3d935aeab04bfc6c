"""The closed vocabularies, word by word."""

from narcotl.errors import UnknownNameError, meant
from narcotl.model.vocab.base import Word
from narcotl.model.vocab.claim import Stance
from narcotl.model.vocab.words import VOCABULARIES
from narcotl.reports.report import Column, Report, Row, Width

FIELDS = ("vocabulary", "word", "meaning", "polarity")
"""The fields of a word; only stances have a polarity."""
COLUMNS = (
    Column(key="vocabulary", heading="Vocabulary", cell=lambda row: str(row["vocabulary"]), least=10),
    Column(key="word", heading="Word", cell=lambda row: str(row["word"]), least=16),
    Column(key="meaning", heading="Meaning", cell=lambda row: str(row["meaning"]), least=24),
)
POLARITY = Column(key="polarity", heading="+ 0 -", cell=lambda row: str(row.get("polarity", "")), least=5)
"""Which way a stance counts: for, neither way, or against."""


def vocab(name: str | None) -> Report:
    """List the words of one vocabulary or of all."""
    if name is not None and name not in VOCABULARIES:
        raise UnknownNameError(f"there is no vocabulary '{name}'", meant(name, list(VOCABULARIES)))
    chosen = VOCABULARIES if name is None else {name: VOCABULARIES[name]}
    rows = [described(vocabulary, word) for vocabulary, words in chosen.items() for word in words]
    return Report(title=name or "Vocabularies", columns=columns(name), rows=rows, kind="word")


def columns(name: str | None) -> tuple[Column, ...]:
    """Give the columns of one vocabulary, or of all; in a table of all, the polarity of the few would take room."""
    if name not in (None, "stance"):
        return COLUMNS
    polarity = POLARITY if name else POLARITY.but(width=Width.NEVER)
    return *COLUMNS[:2], polarity, *COLUMNS[2:]


def described(vocabulary: str, word: Word) -> Row:
    """Describe one word; a stance is shown with its polarity."""
    row = {"vocabulary": vocabulary, "word": word.value, "meaning": word.meaning}
    return {**row, "polarity": word.polarity.value} if isinstance(word, Stance) else row
