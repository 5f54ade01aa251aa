"""A server on the loopback that answers each path with bytes as they are: whatever no library would send."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator, Mapping

Answer = Callable[[socket.socket, bytes], None]
"""Answers one request on its connection; the request comes as it was sent."""


@contextlib.contextmanager
def serving(answers: Mapping[str, Answer]) -> Iterator[str]:
    """Serves each path by its answer; yields the address without a path."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        ended = threading.Event()

        def serve() -> None:
            while not ended.is_set():
                with contextlib.suppress(OSError):
                    client, _ = listening.accept()
                    threading.Thread(target=_answer, args=(client, answers), daemon=True).start()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        port = listening.getsockname()[1]
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            ended.set()
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
            thread.join(2)


def _answer(client: socket.socket, answers: Mapping[str, Answer]) -> None:
    with client, contextlib.suppress(OSError):  # the other side had enough
        request = client.recv(65_536)
        if not request:
            return  # the connection that wakes the server to its end
        path = request.split(b" ")[1].decode().partition("?")[0]
        answers[path](client, request)


def plain(body: bytes, *headers: str, status: str = "200 OK") -> Answer:
    """An answer with these headers and the length of its body."""
    head = "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers))

    def answer(client: socket.socket, _: bytes) -> None:
        client.sendall(head.encode("latin-1") + b"\r\n" + body)

    return answer


def without_end(head: bytes, again: bytes) -> Answer:
    """An answer that opens with `head` and goes on with `again` for ever."""

    def answer(client: socket.socket, _: bytes) -> None:
        client.sendall(head)
        many = again * max(1, 65_536 // len(again))
        while True:
            client.sendall(many)

    return answer
