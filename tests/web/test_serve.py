"""`narcotl serve`: the same page, to browsers on this machine only, as the store is now."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import StoreMaker
from tests.evidence_store import ACTORS, CLAIMS, EVENTS, MEASURES, REGIONS, SOURCES
from tests.front_door import PATIENCE, FrontDoor

FILES = {
    "regions.yaml": REGIONS,
    "actors.yaml": ACTORS,
    "sources.yaml": SOURCES,
    "measures.yaml": MEASURES,
    "events.yaml": EVENTS,
    "claims.yaml": CLAIMS,
}


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Run `narcotl serve` and give the process and its port."""
    with subprocess.Popen(
        [sys.executable, "-m", "narcotl", "serve", "--port", "0", "--no-charts", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline()
            assert address.startswith("http://127.0.0.1:"), process.communicate()
            yield process, int(address.rstrip("/\n").rpartition(":")[2])
        finally:
            process.kill()


def ask(port: int, path: str = "/", method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
    """Ask the server."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read().decode()
    connection.close()
    return found


def test_a_page_is_served_until_it_is_interrupted(make_store: StoreMaker) -> None:
    store = make_store(FILES)
    with serving("--store", str(store)) as (process, port):
        status, headers, page = ask(port)
        assert status == 200
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'sha256-")
        assert headers["Content-Security-Policy"].endswith("; frame-ancestors 'none'")
        assert headers["Server"] == "narcotl"
        assert "Aircraft are said to bring cocaine" in page
        assert ask(port, If_None_Match=headers["ETag"])[0] == 304
        assert ask(port, method="HEAD")[2] == ""
        assert ask(port, "/etc/passwd")[::2] == (404, "There is one page, at /.\n")
        assert ask(port, method="POST")[0] == 501
        assert ask(port, Host="evil.example")[::2] == (421, "This is not the name of this server.\n")
        assert ask(port, Host=f"localhost:{port}")[0] == 200
        with socket.create_connection(("127.0.0.1", port)):  # a browser that connects ahead and says nothing
            events = store / "events.yaml"
            events.write_text(events.read_text("utf-8").replace("They meet", "They met"), encoding="utf-8")
            assert "They met" in ask(port, If_None_Match=headers["ETag"])[2]
        (store / "events.yaml").write_bytes(b"\xff")
        assert ask(port)[0] == 200, "a broken record takes no other down"
        for file in list(store.iterdir()):
            file.unlink()
        status, _, said = ask(port)
        assert (status, said.partition(":")[0]) == (503, "narcotl")
        os.kill(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == 130
        assert err.rstrip("\n").splitlines() == [
            "narcotl: the page is at this address until Ctrl-C ends it",
            "narcotl: there are no events on the page: the store holds no event",
        ]


def test_no_other_machine_reaches_it(make_store: StoreMaker) -> None:
    with serving("--store", str(make_store(FILES))) as (_, port), socket.socket() as own:
        own.settimeout(5)
        # Another address of this machine stands for the network.
        with pytest.raises(OSError, match=r"refused|timed out|unreachable"):
            own.connect(("127.0.0.2", port))


def test_what_is_wrong_is_told_at_once(narcotl: FrontDoor) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        answer = narcotl("serve", "--port", str(port), "--no-charts")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == (
        f"narcotl: cannot listen on port {port}: Address already in use\n"
        "Name another --port; 0 takes one that is free.\n"
    )
    assert narcotl("serve", "--region", "atlantis").status == 1
    assert narcotl("serve", "--store", str(Path("/nowhere"))).status == 3
