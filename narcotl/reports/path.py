"""The shortest chains of shared events, offices and claims that tie two actors, with the sources along them."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice, pairwise, product

from narcotl.plural import counted
from narcotl.reports import cells
from narcotl.reports.chains import addresses, linked, linking, read_works
from narcotl.reports.report import Column, Report, Row, Tone, Width, Works
from narcotl.reports.tallies import tallies
from narcotl.reports.ties import Net, Tie, office

MOST_STEPS = 6
"""How long a chain is looked for, unless one says; beyond that almost everybody is tied to everybody."""
FIELDS = (
    *("chain", "step", "one", "one.id", "one.name", "other", "other.id", "other.name", "by", "record", "record.id"),
    *("record.kind", "record.name", "date", "date.text", "roles", "roles.one", "roles.other", "standing", "sources"),
    *("more", "match"),
)
"""The fields of a step."""


class Search:
    """A search from one actor outwards, step by step."""

    def __init__(self, net: Net, start: str, goal: str, most: int) -> None:
        """Search until the goal is reached, at most so many steps away."""
        self.before: dict[str, set[str]] = {start: set()}
        self.steps: dict[str, int] = {start: 0}
        self.start, self.goal = start, goal
        edge = [start]
        for step in range(1, most + 1):
            if goal in self.steps or not edge:
                break
            for one, other in net.neighbours(edge):
                if self.steps.setdefault(other, step) == step:
                    self.before.setdefault(other, set()).add(one)
            edge = sorted(actor for actor, reached in self.steps.items() if reached == step)

    @property
    def is_tied(self) -> bool:
        """Whether the goal was reached."""
        return self.goal in self.steps

    def count(self) -> int:
        """Count the shortest chains of actors."""
        counts = {self.start: 1}
        for actor in sorted(self.steps, key=lambda actor: self.steps[actor]):
            counts.setdefault(actor, sum(counts[one] for one in self.before[actor]))
        return counts.get(self.goal, 0)

    def chains(self) -> Iterator[tuple[str, ...]]:
        """Give the shortest chains, in the order of ids."""
        if self.is_tied:
            yield from self.ending((self.goal,))

    def ending(self, rest: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Give the chains that end so."""
        if rest[0] == self.start:
            yield rest
        for one in sorted(self.before[rest[0]]):
            yield from self.ending((one, *rest))


def path(net: Net, stops: Sequence[str], title: str, most: int = MOST_STEPS, limit: int | None = None) -> Report:
    """List the steps of the shortest chains from the first of these actors over the others to the last.

    `most` is the greatest number of steps between one stop and the next. One chain is given unless `limit` says more.
    """
    searches = [Search(net, one, other, most) for one, other in pairwise(stops)]
    count = 1
    for search in searches:
        count *= search.count()
    chains = product(*(search.chains() for search in searches)) if count else iter(())
    rows = [row for number, parts in enumerate(islice(chains, limit or 1), 1) for row in steps(net, number, parts)]
    several = limit is not None and limit > 1
    return Report(
        title=title,
        columns=COLUMNS,
        rows=rows,
        empty="Nothing ties them.",
        kind="step",
        footer=lambda shown: notes(shown, count, limit or 1),
        addresses=partial(addresses, net.records),
        groups=(lambda row: (f"Chain {row['chain']}",)) if several else None,
        why=lambda: nothing(net, searches, most),
    )


def notes(rows: Sequence[Row], count: int, shown: int) -> list[str]:
    """Say how many chains are as short, and what the marks mean."""
    more = [f"{count} chains are as short; --limit {count} shows them all"] if rows and count > shown else []
    return [*more, *cells.legend(list(rows))]


def nothing(net: Net, searches: Sequence[Search], most: int) -> str:
    """Say between which stops nothing was found, and how far the search went."""
    search = next(search for search in searches if not search.is_tied)
    names = {row["id"]: row["name"] for row in net.records.get([search.start, search.goal])}
    others = len(search.steps) - 1
    reached = f"it reaches {counted(others, 'other actor')} in {counted(most, 'step')}"
    return f"nothing ties {names[search.start]} to {names[search.goal]}; {reached}"


def steps(net: Net, number: int, parts: Sequence[Sequence[str]]) -> Iterator[Row]:
    """Write the steps of one chain."""
    actors = [actor for place, part in enumerate(parts) for actor in (part if place == 0 else part[1:])]
    names = {row["id"]: row["name"] for row in net.records.get(actors)}
    for step, (one, other) in enumerate(pairwise(actors), 1):
        best, *more = net.ties(one, other)
        yield {
            "chain": number,
            "step": step,
            "one": {"id": one, "name": names.get(one, one)},
            "other": {"id": other, "name": names.get(other, other)},
            "by": best.by,
            **described(net, best, (one, other)),
            "roles": {"one": list(best.roles[0]), "other": list(best.roles[1])},
            "more": len(more),
            "match": "certain" if best.is_certain else "possible",
        }


def described(net: Net, tie: Tie, ends: tuple[str, str]) -> Row:
    """Say what a tie is: its record, when it was, how sure it is, and which chains of sources say so.

    Of a claim only what the two have to do with it counts: their own positions, or all if they took none.
    """
    row = net.records.get([tie.record])[0]
    name = str(row.get("title") or row.get("proposition") or row["name"])
    date: Row | None
    positions: Sequence[Row] = ()
    standing: str | None = None
    if tie.by == "office":
        date, held = office(row, ends[0] if tie.record != ends[0] else ends[1])
        name = f"{name}, {held}"
    elif tie.by == "event":
        date, standing = row["date"], row["status"]
    else:
        own = [position for position in row["positions"] if position["actor"] and position["actor"]["id"] in ends]
        positions = own or row["positions"]
        date = next((position["said"] for position in positions if position["said"]), None)
        standing = "contested" if tallies(net.records, [tie.record])[tie.record].contested else "not contested"
    cited = positions or row.get("sources", ())
    read = read_works(net.records, cited) if cited else frozenset()
    return {
        "record": {"id": row["id"], "kind": row["kind"], "name": name},
        "date": date,
        "standing": standing,
        "sources": list(dict.fromkeys(linked(citation, read) for citation in cited)),
        **({"corrections": row["corrections"]} if "corrections" in row else {}),
    }


def pair(row: Row) -> str:
    """Write who is tied to whom."""
    return f"{row['one']['name']} \N{RIGHTWARDS ARROW} {row['other']['name']}"


def tied(row: Row) -> str:
    """Write what ties them, when, how sure that is, and how much else does."""
    possible = f"{cells.POSSIBLE} " if row["match"] == "possible" else ""
    dagger = cells.DAGGER if row.get("corrections") else ""
    date = f"{row['date']['text']}: " if row["date"] else ""
    standing = f" ({row['standing']})" if row["standing"] else ""
    more = f"; and {row['more']} more" if row["more"] else ""
    return f"{possible}{date}{row['record']['name']}{dagger}{standing}{more}"


def roles(row: Row) -> str:
    """Write as what both appear."""
    sides = [", ".join(row["roles"][side]) for side in ("one", "other")]
    return " \N{EN DASH} ".join(filter(None, sides))


def works(row: Row) -> Works:
    """Name the works of the chains by their ids."""
    return [pair for chain in row["sources"] for pair in linking(chain)]


COLUMNS = (
    Column(key="chain", heading="Chain", cell=lambda row: str(row["chain"]), tone=Tone.NUMBER, width=Width.NEVER),
    Column(key="step", heading="", cell=lambda row: str(row["step"]), tone=Tone.NUMBER, least=1),
    Column(key="one", heading="Who", cell=pair, tone=Tone.NAME, least=16),
    Column(key="record", heading="Tied by", cell=tied, least=22),
    Column(key="roles", heading="As", cell=roles, least=10),
    Column(key="sources", heading="Sources", cell=lambda row: "\n".join(row["sources"]), works=works, least=14),
    Column(key="record.id", heading="Id", cell=lambda row: str(row["record"]["id"]), width=Width.WIDE, tone=Tone.ASIDE),
)
