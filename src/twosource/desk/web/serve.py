"""Serves a desk to browsers on this machine until it is ended."""

from __future__ import annotations

import errno
import socket

import uvicorn

from twosource.desk.web.app import make_app
from twosource.errors import UsageError
from twosource.stores.base import Store

LOOPBACK = "127.0.0.1"
"""The one address: a desk has no passwords, so what can reach it can read all of it."""


def opened(port: int) -> socket.socket:
    """A socket that listens on this machine alone; 0 takes any free port. Raises UsageError where it cannot."""
    try:
        return socket.create_server((LOOPBACK, port))
    except OSError as error:
        reason = {
            errno.EADDRINUSE: "another program uses this port",
            errno.EACCES: "ports below 1024 are the system's",
        }.get(error.errno or 0, error.strerror)
        raise UsageError(f"port {port}: {reason}: choose another with --port, or 0 for any free one") from error


def address(listening: socket.socket) -> str:
    """What to open in a browser."""
    return f"http://{LOOPBACK}:{listening.getsockname()[1]}/"


def server(store: Store) -> uvicorn.Server:
    """A server of the desk, not started yet: `run(sockets=[…])` serves until it is ended."""
    return uvicorn.Server(
        uvicorn.Config(
            make_app(store),
            access_log=False,
            date_header=False,
            lifespan="off",
            log_level="warning",
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=2,
            ws="none",
        )
    )
