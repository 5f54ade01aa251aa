"""Fetches from many hosts at once, from each one at a time, with pauses, and only what its robots.txt allows.

One thread decides what is fetched when; the others do nothing but fetch, so that nothing is shared but a queue.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue
from urllib.parse import urlsplit

from twosource.desk.watch.clock import Clock
from twosource.desk.watch.hosts import LONGEST_WAIT, WORTH_KEEPING, Hosts
from twosource.desk.watch.robots import host_of, robots_came, robots_failed
from twosource.errors import FetchRefused, InputError
from twosource.pages.feeds import Feed
from twosource.pages.fetch import Accept, AnswerRefused, Fetched
from twosource.stores.base import WatchedFeed, WatchedPage

AT_ONCE = 8
"""Hosts that are fetched from at the same time: where each sends pages of 20 MiB, 16 take a gigabyte."""
PAUSE = 3.0
"""Seconds between the end of one fetch from a host and the next from it; its Crawl-delay where that is longer."""
TICK = 0.25
"""Seconds after which it is looked whether the watch is to end."""


class RobotsRefused(FetchRefused):
    """The robots.txt of its host does not allow us this page."""


class HostWaits(InputError):
    """The host lets nothing be fetched before `until` (Unix seconds), or cannot be reached."""

    def __init__(self, message: str, until: float) -> None:
        super().__init__(message)
        self.until = until


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Something to fetch and what it is fetched for; None: a robots.txt."""

    subject: WatchedFeed | WatchedPage | None
    address: str
    accept: Accept
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What came of an errand: an answer, and what it holds where it is a feed; or the reason why there is none."""

    errand: Errand
    fetched: Fetched | None = None
    feed: Feed | None = None
    error: InputError | None = None

    @property
    def address(self) -> str:
        """Where it came from in the end."""
        return self.fetched.address if self.fetched else self.errand.address


Fetch = Callable[[Errand], Came]
"""Does one errand; raises InputError where nothing comes."""


@dataclass(slots=True)
class _Turn:
    """What is to be fetched from one name, and from when on; by host, why its robots.txt did not come.

    What came from here by a redirect waits too: whether the robots.txt here allows it is not known yet.
    """

    waiting: deque[Errand | Came] = field(default_factory=deque)
    ready: float = 0.0
    busy: bool = False
    reasons: dict[str, str] = field(default_factory=dict)


class Crawl:
    """The fetches of one round; errands may be added while it goes on.

    What cannot begin by `deadline`, or must wait for a minute for its host, is left for another round.
    """

    def __init__(
        self, fetch: Fetch, clock: Clock, hosts: Hosts, *, deadline: float, stopped: Callable[[], bool]
    ) -> None:
        self._fetch, self._clock, self._hosts = fetch, clock, hosts
        self._deadline, self._stopped = deadline, stopped
        self._turns: dict[str, _Turn] = {}
        self._answers: SimpleQueue[tuple[str, Came]] = SimpleQueue()
        self._flying = 0

    def add(self, errand: Errand) -> None:
        """Takes one more errand; raises ValueError where its address is none of the web."""
        host_of(errand.address)
        self._turns.setdefault(_name_of(errand.address), _Turn()).waiting.append(errand)

    def come(self) -> Iterator[Came | None]:
        """What comes, as it comes; None where a moment passed in which nothing did."""
        while not self._stopped():
            yield from self._begin()
            if not self._flying and not any(turn.waiting for turn in self._turns.values()):
                return
            yield self._next()
        while not self._answers.empty():
            yield self._taken()

    def _begin(self) -> Iterator[Came]:
        """Begins what may begin now; gives what need not be fetched to know what comes of it."""
        now = self._clock.now()
        for name, turn in list(self._turns.items()):  # who hears of a refusal may add an errand
            while turn.waiting and not turn.busy and turn.ready <= now and self._flying < AT_ONCE:
                refused = self._begin_with(name, turn, now)
                if refused is not None:
                    yield refused
        for turn in self._turns.values():
            if not turn.busy and (now >= self._deadline or turn.ready - now >= WORTH_KEEPING):
                turn.waiting.clear()

    def _begin_with(self, name: str, turn: _Turn, now: float) -> Came | None:
        """The first errand of a turn: waits for its host, asks for the robots.txt before it, begins or is refused."""
        first = turn.waiting[0]
        host = self._hosts.of(host_of(first.address))
        if host.wait > now:
            turn.ready = host.wait
            return None
        if host.until <= now:
            robots = Errand(subject=None, address=f"{host.host}/robots.txt", accept="robots")
            self._send(name, turn, robots)
            return None
        turn.waiting.popleft()
        errand = first.errand if isinstance(first, Came) else first
        error = self._refusal(first.address, turn)
        if error is not None:
            return Came(errand=errand, error=error)
        if isinstance(first, Came):
            return first
        self._send(name, turn, errand)
        return None

    def _refusal(self, address: str, turn: _Turn) -> InputError | None:
        host = self._hosts.of(host_of(address))
        rules = self._hosts.rules(host.host)
        if rules is None:
            why = turn.reasons.get(host.host, "asked not long ago")
            reason = f"{address}: nothing is fetched while its host does not give its robots.txt ({why})"
            return HostWaits(reason, host.until)
        if not rules.allows(address):
            reason = f"{address}: the robots.txt of its host does not allow it: save the page from a browser"
            return RobotsRefused(reason)
        return None

    def _send(self, name: str, turn: _Turn, errand: Errand) -> None:
        turn.busy = True
        self._flying += 1
        threading.Thread(target=self._work, args=(name, errand), daemon=True, name="twosource-fetch").start()

    def _work(self, name: str, errand: Errand) -> None:
        """In a thread of its own, which dies with the program: a server may hold it for as long as a fetch may take."""
        try:
            came = self._fetch(errand)
        except InputError as error:
            came = Came(errand=errand, error=error)
        except Exception as error:
            reason = f"{errand.address}: internal error ({type(error).__name__}: {error}): please report this"
            came = Came(errand=errand, error=InputError(reason))
        self._answers.put((name, came))

    def _next(self) -> Came | None:
        if self._flying:
            return self._taken()
        ready = min(turn.ready for turn in self._turns.values() if turn.waiting)
        self._clock.sleep(min(TICK, max(0.0, min(ready, self._deadline) - self._clock.now())))
        return None

    def _taken(self) -> Came | None:
        """The next answer, where one is there within a tick; none for a robots.txt, and for what another host gave."""
        try:
            name, came = self._answers.get(timeout=TICK)
        except Empty:
            return None
        self._flying -= 1
        turn = self._turns[name]
        turn.busy = False
        self._rest(turn, came)
        if came.errand.accept == "robots":
            self._keep_robots(turn, came)
        elif host_of(came.address) != host_of(came.errand.address):
            self._turns.setdefault(_name_of(came.address), _Turn()).waiting.append(came)
        else:
            return came
        return None

    def _rest(self, turn: _Turn, came: Came) -> None:
        """The pause that a host gets after a fetch, but for its robots.txt; a long one is kept for the next run."""
        host = self._hosts.of(host_of(came.errand.address))
        rules = self._hosts.rules(host.host)
        usual = 0.0 if came.errand.accept == "robots" else max(PAUSE, rules.delay if rules else 0.0)
        asked = came.error.retry_after or 0.0 if isinstance(came.error, AnswerRefused) else 0.0
        pause = min(max(usual, asked), LONGEST_WAIT)
        turn.ready = self._clock.now() + pause
        if pause >= WORTH_KEEPING:
            self._hosts.put(replace(host, wait=int(turn.ready)))

    def _keep_robots(self, turn: _Turn, came: Came) -> None:
        host, now = self._hosts.of(host_of(came.errand.address)), self._clock.now()
        if came.fetched is not None and came.fetched.capture is not None:
            text = came.fetched.capture.raw.decode("utf-8-sig", "replace")
            self._hosts.put(robots_came(host, text, now))
        elif came.error is not None:
            turn.reasons[host.host] = str(came.error)
            self._hosts.put(robots_failed(host, came.error, now))


def _name_of(address: str) -> str:
    return urlsplit(address).hostname or ""
