"""Which feeds are to be watched: lists of them (OPML files), or the addresses of the feeds themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from twosource.desk.watch.robots import host_of
from twosource.errors import InputError
from twosource.pages import Failure
from twosource.pages.entries import web_address
from twosource.pages.files import check_file, open_file, read_bounded
from twosource.pages.opml import Subscription, read_opml


def subscriptions(inputs: Iterable[str]) -> tuple[Subscription | Failure, ...]:
    """The feeds that lists and addresses name, each once in their order; a failure for each that cannot be watched."""
    found: dict[str, Subscription | Failure] = {}
    for one in inputs:
        for read in _read(one):
            checked = _checked(read)
            found.setdefault(checked.address if isinstance(checked, Subscription) else checked.location, checked)
    return tuple(found.values())


def _read(one: str) -> Iterator[Subscription | Failure]:
    address = web_address("", one)
    if address is not None:
        yield Subscription(title="", address=address)
        return
    try:
        if "://" in one:
            raise InputError(f"{one}: only http and https addresses can be watched: give another")
        check_file(Path(one))
        with open_file(Path(one)) as stream:
            raw = read_bounded(stream, one)
        yield from read_opml(raw, one)
    except InputError as error:
        yield Failure(location=one, input_id=one, error=error)


def _checked(read: Subscription | Failure) -> Subscription | Failure:
    if isinstance(read, Subscription):
        try:
            host_of(read.address)
        except ValueError:
            error = InputError(f"{read.address}: this is no address of the web: correct it")
            return Failure(location=read.address, input_id=read.address, error=error)
    return read
