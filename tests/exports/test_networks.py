"""Exports of who is with whom, read back by networkx and pydot, and checked against the grammar of Mermaid."""

import re
import shutil
import subprocess
from itertools import combinations
from pathlib import Path

import networkx as nx
import pydot
import pytest

from narcotl.exports.registry import Target
from tests.conftest import StoreMaker
from tests.exports.conftest import Exporter, Record
from tests.exports.hostile import EVENTS, TEXTS
from tests.front_door import ask

pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated - use:DeprecationWarning")
"""What pydot calls of pyparsing is old."""

NODE = re.compile(r'  n\d+\["(?P<label>(?:[\w ,.:()/\'+-]|#\d+;)*)"\]')
EDGE = re.compile(r'  n\d+ ---\|"[\w ,]+"\| n\d+')


def pairs(records: dict[str, list[Record]]) -> dict[tuple[str, str], int]:
    """Count the events and claims that two actors share."""
    shared: dict[tuple[str, str], set[str]] = {}
    for record in (*records["event"], *records["claim"]):
        parts = record.get("participants") or record.get("positions") or ()
        actors = sorted({part["actor"]["id"] for part in parts if part.get("actor")})
        for pair in combinations(actors, 2):
            shared.setdefault(pair, set()).add(record["id"])
    return {pair: len(found) for pair, found in shared.items()}


def test_graphml_ties_those_who_share_events_or_claims(exported: Exporter, records: dict[str, list[Record]]) -> None:
    graph = nx.read_graphml(exported(Target.GRAPHML))
    found = {tuple(sorted((one, other))): data["weight"] for one, other, data in graph.edges(data=True)}
    assert found == pairs(records)
    names = {actor["id"]: actor["name"] for actor in records["actor"]}
    assert all(data["label"] == names[name] for name, data in graph.nodes(data=True))
    tie = graph.edges["leary", "mccoy"]
    assert "cia-complicit-laos-opium" in tie["opposite"].split()


def test_dot_says_what_graphml_says(exported: Exporter, records: dict[str, list[Record]]) -> None:
    graphs = pydot.graph_from_dot_file(str(exported(Target.DOT)))
    assert graphs is not None
    edges = graphs[0].get_edges()
    found = {tuple(str(end).strip('"') for end in (edge.get_source(), edge.get_destination())) for edge in edges}
    assert found == set(pairs(records))
    assert len(edges) == len(found)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed: apt-get install graphviz")
@pytest.mark.parametrize("store", ["shipped", "hostile"])
def test_graphviz_reads_it(exported: Exporter, hostile: Path, store: str) -> None:
    path = exported(Target.DOT, *(("--store", str(hostile)) if store == "hostile" else ()))
    # Read and written again, without a layout, which takes its time.
    done = subprocess.run(["dot", "-Tcanon", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    text = path.read_text(encoding="utf-8")
    assert done.stdout.count(" -- ") == text.count(" -- ") > 0


def test_mermaid_has_every_actor_and_tie(exported: Exporter, records: dict[str, list[Record]]) -> None:
    first, *lines = exported(Target.MERMAID).read_text(encoding="utf-8").splitlines()
    assert first == "graph LR"
    assert [line for line in lines if not NODE.fullmatch(line) and not EDGE.fullmatch(line)] == []
    wanted = pairs(records)
    assert sum(1 for line in lines if EDGE.fullmatch(line)) == len(wanted)
    assert sum(1 for line in lines if NODE.fullmatch(line)) == len({name for pair in wanted for name in pair})


def unescaped(label: str) -> str:
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label)


def test_hostile_names_stay_names(exported: Exporter, hostile: Path) -> None:
    graph = nx.read_graphml(exported(Target.GRAPHML, "--store", str(hostile)))
    assert dict(graph.nodes(data="label")) == {"one": TEXTS[3], "other": TEXTS[7]}
    assert graph.edges["one", "other"]["weight"] == len(EVENTS)
    dot = pydot.graph_from_dot_file(str(exported(Target.DOT, "--store", str(hostile))))
    assert dot is not None
    labels = {node.get_name(): node.get("label") for node in dot[0].get_nodes() if node.get("label")}
    assert labels == {'"one"': '"' + TEXTS[3].replace('"', '\\"') + '"', '"other"': f'"{TEXTS[7]}"'}
    lines = exported(Target.MERMAID, "--store", str(hostile)).read_text(encoding="utf-8").splitlines()
    found = [unescaped(match["label"]) for line in lines if (match := NODE.fullmatch(line))]
    assert found == [TEXTS[3], TEXTS[7]]


def test_who_is_alone_or_no_record_is_counted(hostile: Path, tmp_path: Path) -> None:
    answer = ask("export", "dot", "--store", str(hostile), "-o", str(tmp_path / "out.dot"))
    count = len(EVENTS)
    assert answer.err == f"narcotl: {count} participants by name only left out: they are no actors of the store\n"


def test_mermaid_says_when_a_diagram_is_too_large_to_draw(make_store: StoreMaker, tmp_path: Path) -> None:
    names = [f"actor-{number}" for number in range(33)]
    store = make_store(
        {
            "regions.yaml": [{"id": "here", "name": "Here", "kind": "area"}],
            "sources.yaml": [{"id": "work", "type": "book", "title": "A book", "issued": "1990", "read": True}],
            "actors.yaml": [{"id": name, "name": name * 200, "kind": "person"} for name in names],
            "events.yaml": [
                {
                    "id": "meeting",
                    "title": "All meet",
                    "date": "1990",
                    "regions": ["here"],
                    "participants": names,
                    "kinds": ["meeting"],
                    "status": "documented",
                    "sources": ["work"],
                }
            ],
        }
    )
    path = tmp_path / "out.mmd"
    answer = ask("export", "mermaid", "--store", str(store), "-o", str(path))
    size = len(path.read_text(encoding="utf-8"))
    assert answer.err.splitlines() == [
        "narcotl: 528 ties: Mermaid draws 500 unless `maxEdges` is raised where it is shown; filters make fewer",
        f"narcotl: {size:,} characters: Mermaid draws 50,000 unless `maxTextSize` is raised as well",
    ]
