"""Serve the page to browsers on this machine: one address, nothing to be changed, no other machine or site."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from narcotl.errors import NarcotlError, UsageError
from narcotl.web.kept import Kept

LOOPBACK = "127.0.0.1"
HTTP_PORT = 80
"""On this port browsers leave the port out."""
HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer says to browsers, if it does not say something else."""


class Server(ThreadingHTTPServer):
    """Listens on the loopback address alone; a browser that only opens a connection holds up nobody."""

    daemon_threads = True
    block_on_close = False

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{LOOPBACK}:{self.server_port}/"

    @property
    def hosts(self) -> frozenset[str]:
        """How a browser on this machine names this server.

        Another name in a request means that a site elsewhere has led its own name to this machine, to read along.
        """
        names = (LOOPBACK, "localhost")
        return frozenset(f"{name}:{self.server_port}" for name in names) | (
            frozenset(names) if self.server_port == HTTP_PORT else frozenset()
        )

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away in the middle."""


@contextmanager
def listening(kept: Kept, port: int) -> Iterator[Server]:
    """Listen on a port of this machine (0: any that is free); fails if it is taken."""
    try:
        server = Server((LOOPBACK, port), partial(Answering, kept))
    except OSError as error:
        raise UsageError(
            f"cannot listen on port {port}: {error.strerror or error}", "Name another --port; 0 takes one that is free."
        ) from error
    try:
        yield server
    finally:
        server.server_close()


class Answering(BaseHTTPRequestHandler):
    """Answers one request: the page, or why not."""

    server: Server
    timeout = 30
    """Seconds for which a browser may keep a connection open and say nothing."""

    def __init__(self, kept: Kept, *arguments: Any) -> None:
        """Answer a request with this page."""
        self.kept = kept
        super().__init__(*arguments)

    def version_string(self) -> str:
        """Name the server, without its version and that of Python."""
        return "narcotl"

    def do_GET(self) -> None:
        """Give the page."""
        self.answer(with_body=True)

    def do_HEAD(self) -> None:
        """Give what a GET would give, without the page itself."""
        self.answer(with_body=False)

    def answer(self, *, with_body: bool) -> None:
        """Answer a request for the page, if it comes from this machine and is about it."""
        if self.headers.get("Host") not in self.server.hosts:
            self.give(HTTPStatus.MISDIRECTED_REQUEST, "This is not the name of this server.\n", with_body=with_body)
        elif self.path.partition("?")[0] != "/":
            self.give(HTTPStatus.NOT_FOUND, "There is one page, at /.\n", with_body=with_body)
        else:
            self.page(with_body=with_body)

    def page(self, *, with_body: bool) -> None:
        """Give the page, or say why the store cannot be read; not again if the browser has it."""
        try:
            document = self.kept.current()
        except NarcotlError as error:
            text = f"narcotl: {error.message}\n{error.hint}\n"
            self.give(HTTPStatus.SERVICE_UNAVAILABLE, text, with_body=with_body)
            return
        tag = f'"{sha256(document.text.encode()).hexdigest()[:32]}"'
        # A page cannot forbid by itself that it stands in a frame.
        policy = f"{document.policy}; frame-ancestors 'none'"
        headers = {"ETag": tag, "Content-Security-Policy": policy, "Content-Type": "text/html; charset=utf-8"}
        if self.headers.get("If-None-Match") == tag:
            self.give(HTTPStatus.NOT_MODIFIED, "", with_body=False, **headers)
        else:
            self.give(HTTPStatus.OK, document.text, with_body=with_body, **headers)

    def give(self, status: HTTPStatus, text: str, *, with_body: bool, **headers: str) -> None:
        """Give an answer."""
        body = text.encode("utf-8", "replace")
        self.send_response(status)
        said = {**HEADERS, "Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(body)), **headers}
        for name, value in said.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Keep no log: who looks at the page is the one who sits at this machine."""
