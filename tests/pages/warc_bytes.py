"""Web archives for tests, record by record."""

from __future__ import annotations

DATE = "2025-03-04T08:00:00Z"


def page(number: int, body: bytes | None = None, *headers: str, status: str = "200 OK") -> bytes:
    """A response record of page `number`, with HTTP headers in place of those of HTML in UTF-8."""
    content = b"<html><body><p>Report %d of the harbour." % number if body is None else body
    lines = (f"HTTP/1.1 {status}", *(headers or ("Content-Type: text/html; charset=utf-8",)))
    http = "".join(f"{line}\r\n" for line in lines).encode() + b"\r\n"
    return record("response", number, http + content)


def record(kind: str, number: int, content: bytes, *headers: str, media_type: str = "application/http") -> bytes:
    """A record with the usual headers of its kind."""
    lines = (
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>",
        f"WARC-Target-URI: https://paper.example/{number}",
        f"WARC-Date: {DATE}",
        f"Content-Type: {media_type}",
        *headers,
        f"Content-Length: {len(content)}",
    )
    return "".join(f"{line}\r\n" for line in lines).encode() + b"\r\n" + content + b"\r\n\r\n"


def revisit(
    number: int, of: int, digest: str = "", http: bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
) -> bytes:
    """A record that says that page `number` had the content of page `of`."""
    refers = (f"WARC-Refers-To-Target-URI: https://paper.example/{of}", f"WARC-Refers-To-Date: {DATE}")
    return record("revisit", number, http, *refers, *([f"WARC-Payload-Digest: {digest}"] if digest else []))
