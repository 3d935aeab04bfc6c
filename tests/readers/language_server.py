"""An editor, as far as a language server can tell: it speaks LSP over the standard streams of the server's process."""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

SETTINGS = {
    "validate": True,
    "completion": True,
    "hover": True,
    "schemaStore": {"enable": False},
    "format": {"enable": False},
}
"""As a user of VS Code has them, but for the catalogue of schemas, which is fetched from the network."""
SEES = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True},
}


class Editor:
    """Opens files of a folder and asks what the server knows of them."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        """Start the server."""
        self.folder = folder
        self.number = 0
        self.said: dict[str, list[dict[str, Any]]] = {}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        root = {"rootUri": folder.as_uri(), "workspaceFolders": [{"uri": folder.as_uri(), "name": "store"}]}
        self.ask("initialize", {"processId": os.getpid(), "capabilities": SEES, **root})
        self.tell("initialized", {})

    def __enter__(self) -> Self:
        """Give the editor itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the server."""
        self.process.terminate()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()

    def open(self, name: str, text: str) -> list[dict[str, Any]]:
        """Open a text as a file of the folder, and give what the server finds wrong in it."""
        uri = (self.folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        while uri not in self.said:
            self.hear(self.read())
        return self.said.pop(uri)

    def at(self, what: str, name: str, marked: str) -> Any:
        """Open a text and ask for something at the place of its `|`, which is taken out."""
        before, after = marked.split("|")
        self.open(name, before + after)
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        document = {"uri": (self.folder / name).as_uri()}
        return self.ask(f"textDocument/{what}", {"textDocument": document, "position": place})

    def completions(self, name: str, marked: str) -> dict[str, str]:
        """Give what can be written at the place of the `|`, each with what is told of it."""
        found = self.at("completion", name, marked)
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: text_of(item.get("documentation")) for item in items}

    def hover(self, name: str, marked: str) -> str:
        """Give what is shown when the mouse rests on the place of the `|`."""
        return text_of((self.at("hover", name, marked) or {}).get("contents"))

    def ask(self, method: str, params: Any) -> Any:
        """Ask the server, and wait for its answer."""
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self.hear(message)

    def tell(self, method: str, params: Any) -> None:
        """Tell the server something that has no answer."""
        self.send({"method": method, "params": params})

    def hear(self, message: dict[str, Any]) -> None:
        """Take what the server says or asks of itself."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self.said[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            wanted = message["params"].get("items", []) if message["method"] == "workspace/configuration" else None
            answer = [SETTINGS if item.get("section") == "yaml" else {} for item in wanted] if wanted else None
            self.send({"id": message["id"], "result": answer})

    def send(self, message: dict[str, Any]) -> None:
        """Write a message."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = stream_of(self.process.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        stream.flush()

    def read(self) -> dict[str, Any]:
        """Read a message."""
        stream = stream_of(self.process.stdout)
        length = 0
        while line := stream.readline().strip():
            name, _, number = line.partition(b":")
            length = int(number) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        found: dict[str, Any] = json.loads(stream.read(length))
        return found


def stream_of(stream: IO[bytes] | None) -> IO[bytes]:
    """Give a stream of the server."""
    assert stream is not None
    return stream


def text_of(content: Any) -> str:
    """Give a text, which may be marked up."""
    return str(content["value"]) if isinstance(content, dict) else str(content or "")
