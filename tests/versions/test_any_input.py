"""Whatever two captures of one address hold: nothing fails, every selector holds, nothing depends on their order."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pipeline.made import assert_ids, check, pages, texts
from twosource.codec import dump, record_json
from twosource.errors import InputError
from twosource.model import Given, Reading
from twosource.pages import Capture
from twosource.pipeline import combine, read_capture

NOTICES = ("", "\n\nCorrection: it was 12, not two.", "\n\nThis story has been retracted.", "\n\nUpdated 5 min ago")
slow = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
versions = st.lists(
    st.tuples(texts | pages, st.sampled_from(NOTICES), st.sampled_from([None, "08:00", "09:00"])),
    min_size=2,
    max_size=4,
)


def read(number: int, text: str, at: str | None) -> Reading | None:
    """The capture read alone; None where it holds no article."""
    raw = f"Fire in Lima\n\nPolice in Lima said on Tuesday that two people were killed.\n\n{text}".encode(
        "utf-8", "replace"
    )
    retrieved = f"2031-05-05T{at}:00+00:00" if at else None
    capture = Capture(location=f"{number}", raw=raw, given=Given(url="https://post.example/a"), retrieved=retrieved)
    try:
        return read_capture(capture, "rules")
    except InputError:
        return None


@slow
@given(versions)
def test_any_texts_at_one_address(seen: list[tuple[str, str, str | None]]) -> None:
    readings = [r for n, (text, notice, at) in enumerate(seen) if (r := read(n, text + notice, at))]
    record = combine(readings, one_story=True, analyzer="rules")
    assert_ids(check(record))
    assert {r.before for r in record.revisions} | {r.after for r in record.revisions} <= {a.id for a in record.articles}
    again = combine(readings[::-1], one_story=True, analyzer="rules")
    assert dump(record_json(again)) == dump(record_json(record))
