"""Lists the inputs of a command, in their order, as captures and failures; nothing is read before it is asked for."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from twosource.engines import LocalEngine, Waiting, arrived
from twosource.engines.base import Input
from twosource.errors import FetchRefused, InputError
from twosource.model import Given
from twosource.pages.about import keys_of, tell
from twosource.pages.capture import Capture, Failure
from twosource.pages.codings import unpacked
from twosource.pages.decode import clean
from twosource.pages.feeds import is_feed, read_feed_entries
from twosource.pages.files import (
    GZIP,
    capture_of,
    check_file,
    is_folder,
    open_file,
    read_bounded,
    too_large,
    unreadable,
)
from twosource.pages.limits import FEED_SECONDS, FETCH_SECONDS, RAW_BYTES, UNPACKED_BYTES
from twosource.pages.refuse import extension_of
from twosource.pages.rows import read_json_file, read_rows, read_rows_file
from twosource.pages.standard_input import StandardInput
from twosource.pages.warc_files import is_warc_file, read_warc_file
from twosource.vocab.file_kinds import DESK_FILE, kind_by_extension

Fetch = Callable[[str], Capture]
Found = Capture | Failure | Waiting
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
_ROWS = frozenset({"jsonl", "ndjson"})
_ARCHIVES = (".warc", ".warc.gz", ".warc.zst")
_FEEDS = frozenset({"rss", "atom"})
_BY_NAME_ONLY = frozenset({"json"})
"""Settings and results lie beside reports; a JSON of reports is read where it is named itself."""


def list_captures(
    inputs: Iterable[str], about: Mapping[str, Given] | None = None, fetch: Fetch | None = None
) -> Iterator[Capture | Failure]:
    """The pages of files of any kind, folders, `-` (standard input) and, where `fetch` is given, addresses."""
    return arrived(captures_as_they_come(inputs, about, fetch))


def captures_as_they_come(
    inputs: Iterable[str], about: Mapping[str, Given] | None, fetch: Fetch | None
) -> Iterator[Found]:
    """As `list_captures`, but gives Waiting where it would wait for standard input, an address or a feed."""
    said = about or {}
    heard: set[str] = set()
    for one in inputs:
        for found in _guarded(one, fetch):
            if isinstance(found, Waiting):
                yield found
                continue
            keys = keys_of(found, said) if said else []
            heard.update(keys)
            yield tell(found, [said[key] for key in keys]) if isinstance(found, Capture) else found
    for key in said:
        if key not in heard:
            reason = f"{key}: no input goes by this name that --about gives: check its column input"
            yield Failure(location=key, input_id=key, error=InputError(reason))


def _guarded(one: str, fetch: Fetch | None) -> Iterator[Found]:
    try:
        yield from _read(one, fetch)
    except InputError as error:
        name = one if _ADDRESS.match(one) else Path(one).name
        # A file name of broken bytes holds surrogates, which could not be written out again.
        reason = type(error)(clean(str(error)))
        yield Failure(location=clean(one), input_id=clean(name or one), error=reason)


def _read(one: str, fetch: Fetch | None) -> Iterator[Found]:
    if not one:
        raise InputError("an input has an empty name: give a file, a folder or -")
    if one == "-":
        yield from _read_standard_input()
    elif _ADDRESS.match(one):
        yield from _fetched(one, fetch)
    elif is_folder(Path(one)):
        yield from _read_folder(Path(one))
    else:
        yield from _read_file(Path(one))


def _fetched(address: str, fetch: Fetch | None) -> Iterator[Found]:
    if not address.lower().startswith(("http://", "https://")):
        raise FetchRefused(f"{address}: only http and https addresses can be fetched: save the page and give the file")
    if fetch is None:
        raise FetchRefused(f"{address}: fetching needs --fetch: give it, or save the page and give the file")
    yield from _apart(partial(_captures_at, fetch), address, FETCH_SECONDS)


def _captures_at(fetch: Fetch, address: str) -> list[Capture | Failure]:
    """The page at an address, or the entries of the feed there."""
    page = fetch(address)
    return _entries_of(page) if is_feed(page.raw) else [page]


def _entries_of(feed: Capture) -> list[Capture | Failure]:
    return list(read_feed_entries(feed.raw, feed.location, feed.retrieved))


def _apart(function: Callable[[Input], list[Capture | Failure]], one: Input, seconds: float) -> Iterator[Found]:
    """What a function finds in a process of its own, so that nothing waits for it and its time is bounded."""
    for found in LocalEngine(seconds=seconds).stream(function, [one]):
        if isinstance(found, Waiting):
            yield found
        elif isinstance(found, InputError):
            raise found
        else:
            yield from found


def _read_file(path: Path) -> Iterator[Found]:
    check_file(path)
    extension = extension_of(path.name)
    if extension in _ROWS:
        yield from read_rows_file(path)
    elif extension == "json":
        yield from read_json_file(path)
    elif path.name.lower().endswith(_ARCHIVES) or is_warc_file(path):
        yield from read_warc_file(path)
    else:
        with open_file(path) as stream:
            raw = read_bounded(stream, str(path))
        yield from _read_raw(str(path), raw, path.name)


def _read_raw(location: str, raw: bytes, name: str) -> Iterator[Found]:
    """The entries of a feed, or one page."""
    content = unpacked([raw], "gzip", location) if raw.startswith(GZIP) else raw
    if content.strip() and (extension_of(name) in _FEEDS or is_feed(content)):
        yield from _apart(_entries_of, Capture(location=clean(location), raw=content), FEED_SECONDS)
    else:
        yield capture_of(location, content, name)


def _read_standard_input() -> Iterator[Found]:
    """JSONL where it opens with an object, else one page."""
    if sys.stdin is None:
        raise InputError("-: standard input is closed: pipe a report or JSONL in, or name a file")
    coming = StandardInput(sys.stdin.fileno())
    try:
        yield from coming.begin()
        if coming.holds_rows:
            yield from read_rows(coming.lines(UNPACKED_BYTES), "-")
            return
        raw = b""
        for piece in coming.all(RAW_BYTES):
            if isinstance(piece, Waiting):
                yield piece
            else:
                raw = piece
    except OSError as error:
        raise unreadable("-", error) from error
    if not raw:
        raise InputError("-: nothing came on standard input: pipe a report or JSONL in, or name a file")
    if len(raw) > RAW_BYTES:
        raise too_large("-")
    yield from _read_raw("-", raw, "-")


def _read_folder(folder: Path) -> Iterator[Found]:
    """All pages below a folder in the order of their paths; nothing hidden, and no links to folders, which may loop."""
    if (folder / DESK_FILE).is_file():
        raise InputError(f"{folder}: this is a desk, which keeps its reports already: name what reports come in")
    empty = True
    for path in walk(folder):
        empty = False
        yield from _guarded(str(path), None)
    if empty:
        raise InputError(f"{folder}: there are no files in this folder that can be read: check the path")


def walk(folder: Path) -> Iterator[Path]:
    """The files below a folder that are read, in the order of their paths; none of a desk. Raises InputError."""
    waiting = _entries(folder)
    while waiting:
        path = waiting.pop()
        if not is_folder(path):
            yield path
        elif os.access(path, os.R_OK | os.X_OK):
            waiting += _entries(path)
        else:
            yield path  # reading it will say why it cannot be read


def _entries(folder: Path) -> list[Path]:
    """What is in a folder and may be read, in falling order of names."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name, reverse=True)
    except OSError as error:
        raise unreadable(str(folder), error) from error
    names = {entry.name for entry in entries}
    if DESK_FILE in names:
        return []
    return [folder / entry.name for entry in entries if _is_wanted(entry, names)]


def _is_wanted(entry: os.DirEntry[str], names: set[str]) -> bool:
    if entry.name.startswith(".") or _is_beside_a_page(entry.name, names):
        return False
    if is_folder(Path(entry.path)):
        return not entry.is_symlink()
    extension = extension_of(entry.name)
    kind = kind_by_extension(extension)
    return extension not in _BY_NAME_ONLY and (kind is None or kind.what != "aside")


def _is_beside_a_page(name: str, names: set[str]) -> bool:
    """Whether this is the folder `page_files` that browsers save next to `page.html`."""
    stem = name.removesuffix("_files")
    return stem != name and (f"{stem}.html" in names or f"{stem}.htm" in names)
