"""Who is fetched from when: one at a time from a host, with pauses, within robots.txt, many hosts at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

import pytest

from tests.desk.watch.made import SetClock, Threads
from twosource.desk.watch.crawl import AT_ONCE, PAUSE, Crawl, HostWaits, RobotsRefused
from twosource.desk.watch.errands import Came, Errand
from twosource.desk.watch.hosts import Hosts
from twosource.desk.watch.robots import RETRY
from twosource.errors import InputError
from twosource.pages import Capture
from twosource.pages.fetch import AnswerRefused, Fetched
from twosource.stores.memory import MemoryStore


def came_with(errand: Errand, raw: bytes = b"") -> Came:
    capture = Capture(location=errand.location, raw=raw)
    return Came(errand=errand, fetched=Fetched(status=200, address=errand.location, capture=capture))


def led_to(errand: Errand, address: str, status: int = 302) -> Came:
    moved = address if status == 301 else None
    return Came(errand=errand, fetched=Fetched(status=status, address=address, moved=moved))


class Site:
    """Answers as told, and notes when it was asked for what."""

    def __init__(self, clock: SetClock, robots: str | InputError = "", **answers: InputError) -> None:
        self.clock, self.robots, self.answers = clock, robots, answers
        self.asked: list[tuple[float, str]] = []

    def __call__(self, errand: Errand) -> Came:
        self.asked.append((self.clock.now(), errand.address))
        found = self.robots if errand.accept == "robots" else self.answers.get(errand.address.rpartition("/")[2], "")
        if isinstance(found, InputError):
            raise found
        return came_with(errand, found.encode())

    def times(self, name: str = "") -> list[float]:
        return [at - 1_935_000_000 for at, address in self.asked if name in address and "robots" not in address]


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def hosts() -> Hosts:
    return Hosts(MemoryStore())


def page(address: str) -> Errand:
    return Errand(subject=None, address=address, accept="page")


def crawled(
    site: Callable[[Errand], Came], clock: SetClock, hosts: Hosts, addresses: Iterable[str], seconds: float = 600
) -> list[Came]:
    crawl = Crawl(Threads(site), clock, hosts, deadline=clock.now() + seconds, stopped=lambda: False)
    for address in addresses:
        crawl.add(page(address))
    return [came for came in crawl.come() if came is not None]


def test_a_host_is_asked_for_its_robots_txt_once_and_rests_between_pages(clock: SetClock, hosts: Hosts) -> None:
    site = Site(clock)
    came = crawled(site, clock, hosts, [f"http://a.example/{n}" for n in range(4)])
    assert [c.errand.address[-1] for c in came] == ["0", "1", "2", "3"]
    assert site.asked[0][1] == "http://a.example:80/robots.txt"
    assert len(site.asked) == 5
    assert site.times() == pytest.approx([0, PAUSE, 2 * PAUSE, 3 * PAUSE], abs=0.3)


def test_the_delay_that_a_host_asks_for_is_kept(clock: SetClock, hosts: Hosts) -> None:
    site = Site(clock, robots="User-agent: *\nCrawl-delay: 20")
    crawled(site, clock, hosts, ["http://a.example/1", "http://a.example/2"])
    assert site.times() == pytest.approx([0, 20], abs=0.3)


def test_what_robots_txt_forbids_is_not_fetched(clock: SetClock, hosts: Hosts) -> None:
    site = Site(clock, robots="User-agent: *\nDisallow: /no")
    came = crawled(site, clock, hosts, ["http://a.example/no/1", "http://a.example/yes", "http://a.example/no/2"])
    assert [isinstance(c.error, RobotsRefused) for c in came] == [True, False, True]
    assert len(site.times()) == 1


def test_a_host_whose_robots_txt_fails_is_left_alone(clock: SetClock, hosts: Hosts) -> None:
    site = Site(clock, robots=AnswerRefused("the server answered 500", 500))
    came = crawled(site, clock, hosts, ["http://a.example/1", "http://a.example/2"])
    assert [type(c.error) for c in came] == [HostWaits, HostWaits]
    assert "the server answered 500" in str(came[0].error)
    assert site.times() == []
    crawled(site, clock, hosts, ["http://a.example/1"])
    assert len(site.asked) == 1, "it is not asked again so soon"
    clock.time += RETRY
    site.robots = ""
    assert crawled(site, clock, hosts, ["http://a.example/1"])[0].error is None


def test_what_a_host_asks_for_is_known_to_the_next_run(clock: SetClock) -> None:
    store = MemoryStore()
    crawled(Site(clock), clock, Hosts(store), ["http://a.example/1"])
    again = Site(clock)
    crawled(again, clock, Hosts(store), ["http://a.example/1"])
    assert len(again.asked) == len(again.times()) == 1


def test_retry_after_is_obeyed_from_run_to_run(clock: SetClock) -> None:
    store = MemoryStore()
    site = Site(clock, **{"1": AnswerRefused("slowly", 429, 1000.0)})
    came = crawled(site, clock, Hosts(store), ["http://a.example/1", "http://a.example/2"])
    assert [c.errand.address[-1] for c in came] == ["1"], "what cannot begin in this round is left for another"
    assert crawled(site, clock, Hosts(store), ["http://a.example/2"]) == []
    clock.time += 980
    assert len(crawled(site, clock, Hosts(store), ["http://a.example/2"])) == 1
    assert site.times("/2") == pytest.approx([1000], abs=0.3)


def test_a_round_does_not_wait_for_a_host_that_asks_for_minutes(clock: SetClock, hosts: Hosts) -> None:
    site = Site(clock, robots="User-agent: *\nCrawl-delay: 90")
    assert len(crawled(site, clock, hosts, ["http://a.example/1", "http://a.example/2"])) == 1
    assert clock.slept == 0
    clock.time += 90
    assert len(crawled(site, clock, hosts, ["http://a.example/2"])) == 1


def test_a_wait_of_years_is_one_of_a_day(clock: SetClock, hosts: Hosts) -> None:
    site = Site(clock, **{"1": AnswerRefused("never", 503, 1e12)})
    crawled(site, clock, hosts, ["http://a.example/1"])
    clock.time += 24 * 3600
    assert len(crawled(site, clock, hosts, ["http://a.example/2"])) == 1


def test_one_host_is_never_asked_twice_at_once_and_many_hosts_are(clock: SetClock, hosts: Hosts) -> None:
    guard, flying, most = threading.Lock(), [], [0]
    together = threading.Barrier(AT_ONCE, timeout=100)

    def fetch(errand: Errand) -> Came:
        name = errand.address.split("/")[2].partition(":")[0]
        with guard:
            assert name not in flying
            flying.append(name)
            most[0] = max(most[0], len(flying))
        if errand.accept == "page":
            together.wait()
        with guard:
            flying.remove(name)
        return came_with(errand)

    addresses = [f"http://{n}.example{port}/{n}" for port in ("", ":8080") for n in range(AT_ONCE)]
    assert all(came.error is None for came in crawled(fetch, clock, hosts, addresses))
    assert most[0] == AT_ONCE


def test_a_host_that_never_answers_holds_up_no_other(clock: SetClock, hosts: Hosts) -> None:
    answer = threading.Event()

    def fetch(errand: Errand) -> Came:
        if "slow" in errand.address:
            answer.wait(100)
        return came_with(errand)

    crawl = Crawl(Threads(fetch), clock, hosts, deadline=clock.now() + 600, stopped=lambda: False)
    for name in ("slow", *range(40)):
        crawl.add(page(f"http://{name}.example/"))
    seen = []
    for came in crawl.come():
        if came is not None:
            seen.append(came.errand.address)
        if len(seen) == 40:
            answer.set()
    assert seen[-1] == "http://slow.example/"


def test_no_fetch_begins_past_the_end_of_the_round(clock: SetClock, hosts: Hosts) -> None:
    site = Site(clock)
    came = crawled(site, clock, hosts, [f"http://a.example/{n}" for n in range(1000)], seconds=10)
    assert len(came) == 4
    assert clock.slept < 11


def test_when_it_is_to_stop_what_came_is_given_and_nothing_begins(clock: SetClock, hosts: Hosts) -> None:
    stopped: list[bool] = []
    site = Site(clock)
    crawl = Crawl(Threads(site), clock, hosts, deadline=clock.now() + 600, stopped=lambda: bool(stopped))
    for n in range(9):
        crawl.add(page(f"http://a.example/{n}"))
    seen = []
    for came in crawl.come():
        seen += [came] if came else []
        stopped += [True] * (len(seen) == 2)
    assert len(seen) == len(site.times()) == 2


def test_what_leads_to_another_host_is_asked_of_it_only_where_it_allows_it(clock: SetClock, hosts: Hosts) -> None:
    asked: list[str] = []

    def fetch(errand: Errand) -> Came:
        asked.append(errand.location)
        if errand.accept == "robots":
            return came_with(errand, b"User-agent: *\nDisallow: /no" if "b.example" in errand.address else b"")
        if "c.example" in errand.location:
            return came_with(errand)
        return led_to(errand, errand.location.replace("b.example", "c.example").replace("a.example", "b.example"))

    came = crawled(fetch, clock, hosts, ["http://a.example/no", "http://a.example/yes", "http://a.example/no2"])
    assert {c.errand.address: type(c.error) for c in came} == {
        "http://a.example/no": RobotsRefused,
        "http://a.example/yes": type(None),
        "http://a.example/no2": RobotsRefused,
    }
    assert "http://b.example/no" not in asked
    assert asked.index("http://b.example:80/robots.txt") < asked.index("http://b.example/yes")
    assert asked.index("http://c.example:80/robots.txt") < asked.index("http://c.example/yes")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [(301, 301, "http://c.example/"), (301, 302, "http://b.example/"), (302, 301, None), (302, 302, None)],
)
def test_where_permanent_redirects_lead_is_known_over_all_hosts(
    clock: SetClock, hosts: Hosts, first: int, second: int, expected: str | None
) -> None:
    def fetch(errand: Errand) -> Came:
        if errand.accept == "robots" or "c.example" in errand.location:
            return came_with(errand)
        if "b.example" in errand.location:
            return led_to(errand, "http://c.example/", second)
        return led_to(errand, "http://b.example/", first)

    (came,) = crawled(fetch, clock, hosts, ["http://a.example/"])
    assert came.fetched is not None
    assert came.fetched.address == "http://c.example/"
    assert came.fetched.moved == expected


def test_redirects_without_end_are_ended(clock: SetClock, hosts: Hosts) -> None:
    def fetch(errand: Errand) -> Came:
        other = "a" if "b.example" in errand.location else "b"
        return came_with(errand) if errand.accept == "robots" else led_to(errand, f"http://{other}.example/")

    (came,) = crawled(fetch, clock, hosts, ["http://a.example/"])
    assert "leads on more than 5 times" in str(came.error)


def test_from_http_to_https_of_one_name_there_is_no_pause(clock: SetClock, hosts: Hosts) -> None:
    def fetch(errand: Errand) -> Came:
        if errand.accept == "robots" or errand.location.startswith("https"):
            return came_with(errand)
        return led_to(errand, errand.location.replace("http:", "https:"), 301)

    (came,) = crawled(fetch, clock, hosts, ["http://a.example/"])
    assert came.error is None
    assert clock.slept < PAUSE


def test_errands_may_be_added_whenever_something_comes(clock: SetClock, hosts: Hosts) -> None:
    site = Site(clock, robots="User-agent: *\nDisallow: /no")
    crawl = Crawl(Threads(site), clock, hosts, deadline=clock.now() + 600, stopped=lambda: False)
    crawl.add(page("http://a.example/no"))
    crawl.add(page("http://b.example/no"))
    seen = []
    for came in crawl.come():
        if came is not None:
            seen.append(came.errand.address)
            if came.errand.address.endswith("no"):
                crawl.add(page(came.errand.address.replace(".example/no", "2.example/yes")))
    assert sorted(seen) == [
        "http://a.example/no", "http://a2.example/yes", "http://b.example/no", "http://b2.example/yes",
    ]  # fmt: skip


def test_all_that_came_is_given_when_it_is_to_stop(clock: SetClock, hosts: Hosts) -> None:
    stopped: list[bool] = []
    together = threading.Barrier(4, timeout=100)

    def fetch(errand: Errand) -> Came:
        if errand.accept == "page":
            together.wait()
        return came_with(errand)

    couriers = Threads(fetch)
    crawl = Crawl(couriers, clock, hosts, deadline=clock.now() + 600, stopped=lambda: bool(stopped))
    for n in range(3):
        crawl.add(page(f"http://{n}.example/"))
    coming = crawl.come()
    while couriers.out < 3 or any(turn.waiting for turn in crawl._turns.values()):
        next(coming)
    together.wait()
    while couriers.came.qsize() < 3:
        pass
    stopped.append(True)
    assert len([came for came in coming if came is not None]) == 3
