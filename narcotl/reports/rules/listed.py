"""The rules as a list, and one rule as a card."""

from narcotl.errors import UnknownNameError, did_you_mean, nearest
from narcotl.model.vocab.rule import Rule
from narcotl.reports.report import Card, Column, Line, Report, Row
from narcotl.reports.rules import between, reading

EXPLAINED = {**reading.EXPLANATIONS, **between.EXPLANATIONS}
"""What is told of each rule."""
COLUMNS = (
    Column(key="rule", heading="Rule", cell=lambda row: str(row["rule"]), least=18),
    Column(key="level", heading="Level", cell=lambda row: str(row["level"]), least=7),
    Column(
        key="silenceable",
        heading="May be silenced",
        cell=lambda row: "yes" if row["silenceable"] else "no",
        least=8,
    ),
    Column(key="meaning", heading="Meaning", cell=lambda row: str(row["meaning"]), least=24),
)
FIELDS = (*(column.key for column in COLUMNS), "why", "example", "instead")
"""The fields of a rule."""
SILENCING = """\
check:
  silence:
    - rule: {rule}
      records: [an-id, another-id]    # or all
      reason: why the store means it"""


def rules() -> Report:
    """List the rules in the order in which a store is checked."""
    return Report(title="Rules", columns=COLUMNS, rows=[row(rule) for rule in Rule], kind="rule")


def rule(name: str) -> Card:
    """Explain one rule; fails with near matches."""
    if name not in list(Rule):
        hint = did_you_mean(nearest(name, list(Rule)), "`narcotl check --rules` lists them.")
        raise UnknownNameError(f"there is no rule '{name}'", hint)
    known = Rule(name)
    told = EXPLAINED[known]
    silence = SILENCING.format(rule=name) if known.silenceable else "Not possible: mend what it finds."
    texts = {
        "Asks": f"{known.meaning[:1].upper()}{known.meaning[1:]}.",
        "Level": known.level.value,
        "Why": told.why,
        "Wrong": told.wrong.rstrip(),
        "Right": told.right.rstrip(),
        "Silence it" if known.silenceable else "Silencing": silence,
    }
    return Card(
        title=name,
        record={**row(known), "why": told.why, "example": told.wrong or None, "instead": told.right or None},
        lines=tuple(Line(label=label, text=text) for label, text in texts.items() if text),
    )


def row(rule: Rule) -> Row:
    """Give a rule as JSON has it."""
    return {
        "rule": rule.value,
        "level": rule.level.value,
        "silenceable": rule.silenceable,
        "meaning": rule.meaning,
    }
