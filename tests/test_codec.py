"""Records as JSON: field for field, and back again what went in."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.invented import one_story
from twosource import model
from twosource.codec import decode_record, dump, encode, exported, record_json
from twosource.errors import BrokenSelector, InputError
from twosource.model import FORMAT, Claim, Mention, Page, Selector

KINDS = [kind for name in model.__all__ if is_dataclass(kind := getattr(model, name)) and isinstance(kind, type)]
KEPT_BACK: dict[type, set[str]] = {Page: {"raw", "markup", "offsets", "given", "encoding"}, Claim: {"vector"}}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_is_written_in_order_but_for_the_capture(kind: type) -> None:
    names = [f.name for f in fields(kind) if f.name not in KEPT_BACK.get(kind, set())]
    assert list(exported(kind)) == names


def test_a_mention_is_a_selector_with_its_form() -> None:
    selector = Selector(page="p", start=1, end=3, exact="he")
    assert encode(Mention(selector=selector, form="pronoun")) == {
        "page": "p", "start": 1, "end": 3, "exact": "he", "form": "pronoun",
    }  # fmt: skip


def test_the_record_opens_with_its_format_and_the_inputs_own_id() -> None:
    assert list(record_json(one_story(), input_id="7"))[:3] == ["format", "input_id", "pages"]
    plain = record_json(one_story())
    assert plain["format"] == FORMAT
    assert "input_id" not in plain


@given(st.text(st.characters()))
def test_any_text_goes_through_unchanged_as_one_line_of_utf_8(text: str) -> None:
    line = dump({"text": text})
    assert "\n" not in line
    assert json.loads(line.encode("utf-8"))["text"] == text


def test_a_lone_surrogate_is_written_as_an_escape() -> None:
    assert dump("é\ud83d") == '"é\\ud83d"'


def test_what_has_no_json_form_is_refused() -> None:
    with pytest.raises(TypeError, match="set has no JSON form"):
        encode({1, 2})
    with pytest.raises(ValueError, match="not JSON compliant"):
        dump(float("nan"))


def test_a_record_comes_back_as_it_went_out() -> None:
    record = one_story()
    back = decode_record(json.loads(dump(record_json(record))))
    assert encode(record_json(back)) == encode(record_json(record))
    assert back.findings == record.findings
    assert back.stories == record.stories


def test_fields_of_a_later_version_are_left_out() -> None:
    value = encode(record_json(one_story()))
    value["mood"] = value["articles"][0]["mood"] = "calm"
    assert decode_record(value).articles == one_story().articles


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda v: v.update(format="other/1"), "no record"),
        (lambda v: v.pop("articles"), "record: 'articles' is missing"),
        (lambda v: v["findings"][0].update(origins="two"), r'findings\[0\].origins: int is wanted, not "two"'),
        (lambda v: v["findings"][0].update(status="true"), r"findings\[0\].status: corroborated, single_origin"),
        (lambda v: v["articles"][0].update(blocks={}), r"articles\[0\].blocks: a list is wanted"),
        (lambda v: v["articles"].append(7), r"articles\[\d+\]: an object is wanted, not 7"),
        (lambda v: v["findings"][0]["text"].update(page="sha256:0"), "the page sha256:0, which the record does not"),
    ],
)
def test_what_is_no_record_is_refused_with_the_field(change: Callable[[Any], object], message: str) -> None:
    value = encode(record_json(one_story()))
    change(value)
    with pytest.raises(InputError, match=message):
        decode_record(value)


def test_a_selector_that_does_not_hold_is_refused() -> None:
    value = encode(record_json(one_story()))
    value["findings"][0]["text"]["exact"] = "other words"
    with pytest.raises(BrokenSelector, match="does not read 'other words'"):
        decode_record(value)


@given(st.recursive(st.none() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)))
def test_no_json_value_does_more_than_be_refused(value: object) -> None:
    with pytest.raises(InputError):
        decode_record(value)
