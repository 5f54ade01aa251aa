"""Fetches from many hosts at once, from each one at a time, with pauses, and only what its robots.txt allows.

What is fetched when is decided here; who fetches it does nothing else.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from twosource.desk.watch.clock import Clock
from twosource.desk.watch.couriers import Couriers
from twosource.desk.watch.errands import Came, Errand, led_on, moved
from twosource.desk.watch.hosts import LONGEST_WAIT, WORTH_KEEPING, Hosts
from twosource.desk.watch.robots import host_of, robots_came, robots_failed
from twosource.errors import FetchRefused, InputError
from twosource.pages.fetch import AnswerRefused, Fetched

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


@dataclass(slots=True)
class _Turn:
    """What is to be fetched from one name, and from when on; by host, why its robots.txt did not come."""

    waiting: deque[Errand] = field(default_factory=deque)
    ready: float = 0.0
    busy: bool = False
    reasons: dict[str, str] = field(default_factory=dict)


class Crawl:
    """The fetches of one round; errands may be added while it goes on.

    What cannot begin by `deadline`, or must wait for a minute for its host, is left for another round.
    """

    def __init__(
        self, couriers: Couriers, clock: Clock, hosts: Hosts, *, deadline: float, stopped: Callable[[], bool]
    ) -> None:
        self._couriers, self._clock, self._hosts = couriers, clock, hosts
        self._deadline, self._stopped = deadline, stopped
        self._turns: dict[str, _Turn] = {}

    def add(self, errand: Errand) -> None:
        """Takes one more errand; raises ValueError where its address is none of the web."""
        host_of(errand.location)
        self._turn_of(errand).waiting.append(errand)

    def come(self) -> Iterator[Came | None]:
        """What comes, as it comes; None where a moment passed in which nothing did."""
        try:
            while not self._stopped():
                yield from self._begin()
                if not self._couriers.out and not any(turn.waiting for turn in self._turns.values()):
                    return
                yield self._next()
            while (came := self._couriers.back(0)) is not None:
                yield self._taken(came)
        finally:
            self._couriers.end()

    def _begin(self) -> Iterator[Came]:
        """Begins what may begin now; gives what need not be fetched to know what comes of it."""
        now = self._clock.now()
        for turn in list(self._turns.values()):  # who hears of a refusal may add an errand
            while turn.waiting and not turn.busy and turn.ready <= now and self._couriers.out < AT_ONCE:
                refused = self._begin_with(turn, now)
                if refused is not None:
                    yield refused
        for turn in self._turns.values():
            if not turn.busy and (now >= self._deadline or turn.ready - now >= WORTH_KEEPING):
                turn.waiting.clear()

    def _begin_with(self, turn: _Turn, now: float) -> Came | None:
        """The first errand of a turn: waits for its host, asks for the robots.txt before it, begins or is refused."""
        errand = turn.waiting[0]
        host = self._hosts.of(host_of(errand.location))
        if host.wait > now:
            turn.ready = host.wait
            return None
        if host.until <= now:
            self._send(turn, Errand(subject=None, address=f"{host.host}/robots.txt", accept="robots"))
            return None
        turn.waiting.popleft()
        error = self._refusal(errand.location, turn)
        if error is not None:
            return Came(errand=errand, error=error)
        self._send(turn, errand)
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

    def _send(self, turn: _Turn, errand: Errand) -> None:
        turn.busy = True
        self._couriers.send(errand)

    def _next(self) -> Came | None:
        if self._couriers.out:
            came = self._couriers.back(TICK)
            return None if came is None else self._taken(came)
        ready = min(turn.ready for turn in self._turns.values() if turn.waiting)
        self._clock.sleep(min(TICK, max(0.0, min(ready, self._deadline) - self._clock.now())))
        return None

    def _taken(self, came: Came) -> Came | None:
        """What came, where that is the end of its errand: none for a robots.txt, and for what leads to another host."""
        turn = self._turn_of(came.errand)
        turn.busy = False
        self._rest(turn, came)
        if came.errand.accept == "robots":
            self._keep_robots(turn, came)
        elif came.fetched is None:
            return came
        elif came.fetched.leads_on:
            return self._led_on(came.errand, came.fetched)
        else:
            return replace(came, fetched=replace(came.fetched, moved=moved(came.errand, came.fetched)))
        return None

    def _led_on(self, errand: Errand, fetched: Fetched) -> Came | None:
        """Leads an errand on to the host that it was sent to, which may have to be asked for its robots.txt first."""
        try:
            self.add(led_on(errand, fetched))
        except FetchRefused as error:
            return Came(errand=errand, error=error)
        return None

    def _rest(self, turn: _Turn, came: Came) -> None:
        """The pause that a host gets after a fetch, but for a prelude; a long one is kept for the next run."""
        host = self._hosts.of(host_of(came.errand.location))
        rules = self._hosts.rules(host.host)
        usual = 0.0 if _is_prelude(came) else max(PAUSE, rules.delay if rules else 0.0)
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

    def _turn_of(self, errand: Errand) -> _Turn:
        return self._turns.setdefault(_name_of(errand.location), _Turn())


def _is_prelude(came: Came) -> bool:
    """Whether another fetch from this name follows at once: after its robots.txt, or from http to https."""
    if came.errand.accept == "robots":
        return True
    led = came.fetched is not None and came.fetched.leads_on
    return led and came.fetched is not None and _name_of(came.fetched.address) == _name_of(came.errand.location)


def _name_of(address: str) -> str:
    return urlsplit(address).hostname or ""
