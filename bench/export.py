"""`python -m bench.export DESK [STORIES]`: what each format of an export holds as it goes on, in MB, and what it costs.

The records of the desk's first 30 stories are written again and again, each time under other ids, until so many stories
are written (2,000): reading them from the desk would cost the same in every format, and is measured apart.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from twosource.desk.export import FOLDERS, Pages, chosen, records
from twosource.desk.folder import open_desk
from twosource.desk.works import as_people_see
from twosource.formats import EXPORTERS, Chunk, load_writing
from twosource.model import Record

FIRST = 30
PARTS = 4


def resident() -> float:
    """What this process holds, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def again(held: Sequence[Record], stories: int) -> Iterator[Record]:
    """So many records, no two with one id."""
    for number in range(stories):
        record = held[number % len(held)]
        yield replace(record, stories=tuple(replace(one, id=f"{one.id}-{number}") for one in record.stories))


def of_format(name: str, held: Sequence[Record], stories: int) -> None:
    """One format, in a process of its own, written to a folder that is thrown away."""
    add, end = _adding(name)
    every, holds = max(1, stories // PARTS), []
    with tempfile.TemporaryFile() as file:
        begun = time.process_time()
        for number, record in enumerate(again(held, stories), 1):
            file.writelines(_bytes(add(record)))
            if number == 1 or number % every == 0:
                holds.append(f"{resident():.0f}")
        file.writelines(_bytes(end()))
        took = 1000 * (time.process_time() - begun) / stories
        print(f"{name:20} {took:6.1f} ms a story; held after 1, {every}, … {stories}: {', '.join(holds)} MB, "
              f"at the end {resident():.0f}", flush=True)  # fmt: skip


def _adding(name: str) -> tuple[Callable[[Record], Iterable[Chunk]], Callable[[], Iterable[Chunk]]]:
    """What a record becomes in this format, and what comes at the end."""
    if name not in FOLDERS:
        writing = load_writing(name)()
        return writing.add, writing.end
    pages = Pages(name)
    return lambda record: [pages.page(record), pages.entry(record)], lambda: [pages.tail()]


def _bytes(chunks: Iterable[Chunk]) -> Iterator[bytes]:
    return (chunk if isinstance(chunk, bytes) else chunk.encode() for chunk in chunks)


def main(desk: Path, stories: int) -> None:
    """Reads the stories, then writes each format."""
    store, begun = as_people_see(open_desk(desk)), time.process_time()
    with store.view() as view:
        held = list(islice(records(store, view, chosen(view)), FIRST))
    print(f"read: {1000 * (time.process_time() - begun) / len(held):.1f} ms a story")
    for name in EXPORTERS:
        if name != "json":
            process = get_context("fork").Process(target=of_format, args=(name, held, stories))
            process.start()
            process.join()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2000)
