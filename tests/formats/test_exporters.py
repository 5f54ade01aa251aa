from __future__ import annotations

import pytest

from twosource.errors import UsageError
from twosource.formats import EXPORTERS, load_exporter
from twosource.model import Record


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_exporter_writes_text_that_a_file_can_hold(name: str, stories_record: Record) -> None:
    assert load_exporter(name)(stories_record).encode("utf-8").endswith(b"\n")


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"'docx'.*html, md, json"):
        load_exporter("docx")
