import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("It didn't rain; Peru's crops can't wait.", "It did n't rain ; Peru 's crops ca n't wait ."),
        ("UN-backed co-founders", "UN - backed co-founders"),
        ("the ministers' plan", "the ministers ' plan"),
        ("3,000-4,000 men for $3.5m at 10am", "3,000 - 4,000 men for $ 3.5 m at 10 am"),
        ("Gen. O'Neill of the U.S. left Acme Inc.", "Gen. O'Neill of the U.S. left Acme Inc ."),
        ("See https://example.org/a?b=c, or ask a.b@example.org.",
         "See https://example.org/a?b=c , or ask a.b@example.org ."),
        ("“I cannot…”", "“ I can not … ”"),
        ("AT&T's 1990s", "AT&T 's 1990s"),
    ],
)  # fmt: skip
def test_tokens_are_cut_as_in_ud_ewt(text: str, tokens: str) -> None:
    assert [text[a:b] for a, b in tokenize(text)] == tokens.split(" ")


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("abn't.-@:/www1,"))))
def test_every_visible_character_is_in_one_token(text: str) -> None:
    at = 0
    for a, b in tokenize(text):
        assert a >= at
        assert b > a
        assert not text[at:a].strip("\u200b\ufeff\u2060 ").strip()
        at = b
    assert not text[at:].strip("\u200b\ufeff\u2060 ").strip()
