"""What the hosts of a watch ask for, kept in the desk so that it holds from run to run."""

from __future__ import annotations

from twosource.desk.watch.robots import Rules
from twosource.stores.base import Host, Store

LONGEST_WAIT = 24 * 3600
"""Seconds that a host may make us wait at once; one that asks for a year is asked again on the next day."""
WORTH_KEEPING = 60
"""Seconds of waiting from which on it is kept for the next run."""


class Hosts:
    """The hosts met so far, by scheme, name and port."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, Host] = {}
        self._rules: dict[str, Rules] = {}

    def of(self, host: str) -> Host:
        """What is known of a host; of a new one, that its robots.txt is due."""
        if host not in self._known:
            with self._store.view() as view:
                self._known[host] = view.host(host) or Host(host=host)
        return self._known[host]

    def rules(self, host: str) -> Rules | None:
        """What its robots.txt says; None where it could not be had."""
        robots = self.of(host).robots
        if robots is None:
            return None
        if host not in self._rules:
            self._rules[host] = Rules(robots)
        return self._rules[host]

    def put(self, host: Host) -> None:
        """Keeps what a host asks for now."""
        if host.robots != self.of(host.host).robots:
            self._rules.pop(host.host, None)
        self._known[host.host] = host
        with self._store.writer() as writer:
            writer.put_host(host)
