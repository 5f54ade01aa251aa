import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Analysis, Article, Block, Page
from twosource.nlp import load_analyzer


def analysed(text: str) -> tuple[Page, Analysis]:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(role="body", start=at, end=at + len(line)))
        at += len(line) + 1
    page = Page(id="sha256:1", location="test", media_type="text/plain", text=text)
    return page, load_analyzer("rules").analyze(
        page, Article(id="a", page=page.id, blocks=tuple(blocks), language="en")
    )


def names(text: str) -> list[tuple[str, str]]:
    page, analysis = analysed(text)
    return [(page.text[n.start : n.end], n.label) for n in analysis.names]


def test_words_have_tags_and_lemmas() -> None:
    _, analysis = analysed("The rescuers didn't find survivors after towns were flooded by the swollen rivers.")
    found = [(t.text, t.upos, t.lemma) for t in analysis.sentences[0].tokens]
    assert ("did", "AUX", "do") in found
    assert ("n't", "PART", "not") in found
    assert ("towns", "NOUN", "town") in found
    assert ("were", "AUX", "be") in found
    assert ("flooded", "VERB", "flood") in found
    assert found[-1] == (".", "PUNCT", ".")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chilean Energy Minister Ana Rojas met Gen. Paul Okello.",
         [("Chilean", "NORP"), ("Ana Rojas", "PER"), ("Paul Okello", "PER")]),
        ("On Friday the Northern Relief Council (NRC) left Lima. NRC drivers wept.",
         [("Northern Relief Council", "ORG"), ("NRC", "ORG"), ("Lima", "GPE"), ("NRC", "ORG")]),
        ("Peruvian President Ana Rojas spoke. Rojas then flew to Bolivia.",
         [("Peruvian", "NORP"), ("Ana Rojas", "PER"), ("Rojas", "PER"), ("Bolivia", "GPE")]),
        ("Police closed the bridge. Yesterday was calm.", []),
        ("The Ministry of Health and Welfare of Kenya sued Acme Motors Inc.",
         [("Ministry of Health and Welfare", "ORG"), ("Kenya", "GPE"), ("Acme Motors Inc", "ORG")]),
        ("Boats sank on Lake Nasser near the Congo River.", [("Lake Nasser", "LOC"), ("Congo River", "LOC")]),
        ("Crown Prince Abdullah bin Talal praised Jean-Luc de Vries.",
         [("Abdullah bin Talal", "PER"), ("Jean-Luc de Vries", "PER")]),
        ("US-led troops and Al-Shabaab fighters clashed.", [("US", "GPE"), ("Al-Shabaab", "ORG")]),
    ],
)  # fmt: skip
def test_names_have_their_extent_and_label(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


def test_a_headline_in_title_case_has_the_names_of_the_text() -> None:
    text = "Flooded Mines Trap Workers As Rojas Visits Arica\n\nAna Rojas visited miners in Arica. Mines were flooded."
    assert names(text)[:2] == [("Rojas", "PER"), ("Arica", "GPE")]


@settings(max_examples=60)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("AaBb .-'“”\n"))))
def test_offsets_hold_on_any_text(text: str) -> None:
    page, analysis = analysed(text)
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            assert page.text[token.start : token.end] == token.text
            assert sentence.start <= token.start < token.end <= sentence.end
    for name in analysis.names:
        exact = page.text[name.start : name.end]
        assert exact
        assert exact == exact.strip()
