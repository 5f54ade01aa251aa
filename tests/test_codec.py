"""Records as JSON: field for field, and back again what went in."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.invented import one_story
from twosource import model
from twosource.codec import dump, encode, exported, record_json
from twosource.model import FORMAT, Mention, Page, Selector

KINDS = [kind for name in model.__all__ if is_dataclass(kind := getattr(model, name)) and isinstance(kind, type)]
KEPT_BACK = {Page: {"raw", "markup", "offsets", "given", "encoding"}}


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
