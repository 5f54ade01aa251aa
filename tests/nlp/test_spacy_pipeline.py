"""spaCy pipelines as analyzers: one trained on the spot, and small ones that lack parts or are hostile."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.command import run
from tests.nlp.small_pipeline import train
from twosource.errors import UsageError
from twosource.model import Analysis, Article, Block, Page
from twosource.nlp import load_analyzer
from twosource.nlp.rules import RulesAnalyzer
from twosource.nlp.spacy_pipeline import LONGEST_SENTENCE, SpacyAnalyzer

spacy = pytest.importorskip("spacy")
if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "Liv Moe visited Lima on Monday. The bridge in Porto was closed by Oxfam. Okello is a doctor from Bergen."


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a pipeline with tags, heads and names."""
    folder = tmp_path_factory.mktemp("spacy") / "small"
    train().to_disk(folder)
    return folder


@pytest.fixture(scope="session")
def analyzer(trained: Path) -> SpacyAnalyzer:
    found = load_analyzer(f"spacy:{trained}")
    assert isinstance(found, SpacyAnalyzer)
    return found


def analysed(analyzer: SpacyAnalyzer, *paragraphs: str) -> tuple[Page, Analysis]:
    blocks, at = [], 0
    for text in paragraphs:
        blocks.append(Block(role="body", start=at, end=at + len(text)))
        at += len(text) + 1
    page = Page(id="sha256:1", location="test", media_type="text/plain", text="\n".join(paragraphs))
    return page, analyzer.analyze(page, Article(id="a", page=page.id, blocks=tuple(blocks), language="en"))


def names(found: tuple[Page, Analysis]) -> list[tuple[str, str]]:
    page, analysis = found
    return [(page.text[n.start : n.end], n.label) for n in analysis.names]


def links(analysis: Analysis, sentence: int) -> list[tuple[str, str | None, str | None]]:
    """Word, head (None for the root) and relation."""
    tokens = analysis.sentences[sentence].tokens
    return [(t.text, None if t.head is None or t.head < 0 else tokens[t.head].text, t.deprel) for t in tokens]


def saved(nlp: Language, folder: Path) -> str:
    nlp.to_disk(folder)
    return f"spacy:{folder}"


def ruler(patterns: list[dict[str, str]], folder: Path) -> SpacyAnalyzer:
    """A pipeline that finds only the names of a list."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(patterns)
    return SpacyAnalyzer(saved(nlp, folder).removeprefix("spacy:"))


def test_words_are_ours_and_tags_heads_and_names_are_the_pipelines(analyzer: SpacyAnalyzer) -> None:
    _, analysis = found = analysed(analyzer, TEXT)
    assert analysis.analyzer == analyzer.name
    assert [(t.text, t.upos, t.lemma) for t in analysis.sentences[0].tokens][:4] == [
        ("Liv", "PROPN", "Liv"),
        ("Moe", "PROPN", "Moe"),
        ("visited", "VERB", "visit"),
        ("Lima", "PROPN", "Lima"),
    ]
    assert names(found) == [
        ("Liv Moe", "PER"), ("Lima", "GPE"), ("Porto", "GPE"), ("Oxfam", "ORG"), ("Okello", "PER"), ("Bergen", "GPE"),
    ]  # fmt: skip


def test_trees_are_turned_into_those_of_ud(analyzer: SpacyAnalyzer) -> None:
    _, analysis = analysed(analyzer, TEXT)
    assert links(analysis, 1) == [
        ("The", "bridge", "det"), ("bridge", "closed", "nsubj:pass"), ("in", "Porto", "case"),
        ("Porto", "bridge", "nmod"), ("was", "closed", "aux:pass"), ("closed", None, "root"), ("by", "Oxfam", "case"),
        ("Oxfam", "closed", "obl:agent"), (".", "closed", "punct"),
    ]  # fmt: skip
    assert ("is", "doctor", "cop") in links(analysis, 2)
    assert ("doctor", None, "root") in links(analysis, 2)


def test_the_command_reads_with_it(trained: Path, tmp_path: Path) -> None:
    report = tmp_path / "bridge.txt"
    report.write_text(
        "Bridge closed in Porto\n\nThe bridge in Porto was closed by Oxfam on Monday. Moe visited Lima.\n"
    )
    result = run("read", report, "--analyzer", f"spacy:{trained}", "--workers", "2")
    assert (result.status, result.err) == (0, "")
    (record,) = result.rows
    assert {"step": "language", "version": "1", "settings": f"spacy:{trained}"} in record["made_by"]
    assert "Lima" in json.dumps(record["places"])


def test_the_same_text_gives_the_same_analysis_beside_other_texts(analyzer: SpacyAnalyzer) -> None:
    _, alone = analysed(analyzer, TEXT)
    _, beside = analysed(analyzer, TEXT, *[f"Liv Moe left {i} boats in Lima." for i in range(50)])
    assert beside.sentences[: len(alone.sentences)] == alone.sentences
    assert beside.names[: len(alone.names)] == alone.names


def test_what_a_pipeline_lacks_the_rules_fill_in(tmp_path: Path) -> None:
    bare = load_analyzer(saved(spacy.blank("en"), tmp_path / "bare"))
    assert isinstance(bare, SpacyAnalyzer)
    text = "Peruvian President Ana Rojas left Lima."
    _, analysis = found = analysed(bare, text)
    rules, ours = load_analyzer("rules"), analysis.sentences
    page = found[0]
    block = Block(role="body", start=0, end=len(text))
    expected = rules.analyze(page, Article(id="a", page=page.id, blocks=(block,), language="en"))
    assert (ours, analysis.names) == (expected.sentences, expected.names)
    assert analysis.analyzer == f"{bare.name} (tags, names: rules)"


def test_a_pipeline_with_tags_alone_gets_its_names_from_the_rules(tmp_path: Path) -> None:
    tags = load_analyzer(saved(train(["morphologizer"], rounds=3), tmp_path / "tags"))
    assert isinstance(tags, SpacyAnalyzer)
    found = analysed(tags, "Peruvian President Ana Rojas left Lima.")
    assert names(found) == [("Peruvian", "NORP"), ("Ana Rojas", "PER"), ("Lima", "GPE")]
    assert found[1].analyzer == f"{tags.name} (names: rules)"
    assert {t.head for t in found[1].sentences[0].tokens} == {None}


def test_names_lose_articles_titles_and_possessives(tmp_path: Path) -> None:
    listed = [
        ("PERSON", "Chilean Energy Minister Ana Rojas"), ("PERSON", "President"), ("ORG", "the Northern Council's"),
        ("GPE", "Lima"), ("DATE", "Monday"), ("WEAPON", "Lance"), ("EVENT", "the World Cup"),
    ]  # fmt: skip
    analyzer = ruler([{"label": label, "pattern": text} for label, text in listed], tmp_path / "list")
    text = (
        "Chilean Energy Minister Ana Rojas met the President on Monday. She saw the Northern Council's Lance at the "
        "World Cup in Lima."
    )
    assert names(analysed(analyzer, text)) == [
        ("Chilean", "NORP"), ("Ana Rojas", "PER"), ("Northern Council", "ORG"), ("World Cup", "EVENT"), ("Lima", "GPE"),
    ]  # fmt: skip


def test_schemes_without_countries_are_refined_by_the_tables(tmp_path: Path) -> None:
    listed = [("LOC", "Kenya"), ("LOC", "Lake Nasser"), ("LOC", "Zzyzxville"), ("MISC", "French"), ("MISC", "Zyx")]
    analyzer = ruler([{"label": label, "pattern": text} for label, text in listed], tmp_path / "list")
    assert names(analysed(analyzer, "Kenya has no Lake Nasser. Zzyzxville has French Zyx.")) == [
        ("Kenya", "GPE"), ("Lake Nasser", "LOC"), ("Zzyzxville", "GPE"), ("French", "NORP"), ("Zyx", "MISC"),
    ]  # fmt: skip


def test_dates_are_those_of_the_calendar(tmp_path: Path) -> None:
    listed = ["the early 1990s", "two weeks ago", "two weeks", "34 years old", "Monday", "last week", "annual", "May 5"]
    analyzer = ruler([{"label": "DATE", "pattern": text} for text in listed], tmp_path / "list")
    page, analysis = analysed(analyzer, *[f"It was {text}, he said." for text in listed])
    assert [page.text[d.start : d.end] for d in analysis.dates] == [
        "early 1990s", "two weeks ago", "Monday", "last week", "May 5",
    ]  # fmt: skip
    assert analysis.names == ()


def test_annotate_fills_in_given_words(analyzer: SpacyAnalyzer) -> None:
    words = ["The", "bridge", "in", "Porto", "was", "closed", "by", "Oxfam", "."]
    (labels,) = analyzer.label_words([words])
    assert labels.upos[:2] == ["DET", "NOUN"]
    assert (labels.heads[3], labels.deprels[3]) == (1, "nmod")
    assert labels.names[3:8] == ["B-GPE", "O", "O", "O", "B-ORG"]


def test_annotate_takes_the_rules_heads_and_names_where_there_are_none(tmp_path: Path) -> None:
    bare = load_analyzer(saved(spacy.blank("en"), tmp_path / "bare"))
    assert isinstance(bare, SpacyAnalyzer)
    sentences = [["Ana", "Rojas", "left", "Lima", "."], ["("] * (LONGEST_SENTENCE + 1)]
    rules = RulesAnalyzer().label_words(sentences)
    assert bare.label_words(sentences) == rules


@pytest.mark.parametrize(
    "text",
    [
        "x" * 300_000,
        "(" * 30_000,
        "a. " * 3_000,
        "\x00\x01\x7f\x85 \u200b\ufeff \ud800 ok.",
        "😀👩‍👩‍👧 🇵🇪 flags. \u202eمرحبا بالعالم\u202c said. 東京で地震がありました。次の文。",
        "",
        " \n\t ",
    ],
    ids=["one-word", "brackets", "stops", "controls", "scripts", "empty", "blank"],
)
def test_hostile_text_is_read_and_offsets_hold(analyzer: SpacyAnalyzer, text: str) -> None:
    holds(*analysed(analyzer, text, TEXT))


@settings(max_examples=40, deadline=None)
@given(text=st.text(alphabet=st.one_of(st.characters(), st.sampled_from("AaBb .-'“”\n"))))
def test_offsets_hold_on_any_text(analyzer: SpacyAnalyzer, text: str) -> None:
    holds(*analysed(analyzer, text))


def holds(page: Page, analysis: Analysis) -> None:
    for sentence in analysis.sentences:
        assert all(page.text[t.start : t.end] == t.text for t in sentence.tokens)
        heads = [t.head for t in sentence.tokens]
        assert set(heads) == {None} or (heads.count(-1) == 1 and all(h is not None and h < len(heads) for h in heads))
    for name in analysis.names:
        exact = page.text[name.start : name.end]
        assert exact
        assert exact == exact.strip()


def test_sentences_beyond_language_are_left_to_the_rules(analyzer: SpacyAnalyzer) -> None:
    _, analysis = analysed(analyzer, "(" * (LONGEST_SENTENCE + 1), TEXT)
    assert analysis.sentences[0].tokens[0].head is None
    assert analysis.sentences[1].tokens[0].head is not None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("spacy:", "no spaCy pipeline is named: give the name of an installed one or its folder, spacy:NAME"),
        ("spacy:xx_none", "no spaCy pipeline 'xx_none' is here: python -m spacy download xx_none; installed ones: "),
        ("spacy:./none/at-all", "no spaCy pipeline './none/at-all' is here: check the path; installed ones: "),
        ("spacy:.", ".: this is no folder of a spaCy pipeline ([E053] Could not read meta.json from .): name the"),
    ],
)
def test_what_is_missing_is_said_in_a_line(name: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Moe visited Lima on Monday, the company said.\n")
    result = run("read", "a.txt", "--analyzer", name, cwd=tmp_path)
    assert result.status == 2
    assert result.err.startswith(f"twosource: {said}")
    assert result.err.count("\n") == 1


def test_spacy_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError, match=r"spaCy cannot be imported .*: pip install 'twosource\[spacy\]'"):
        load_analyzer("spacy:en_core_web_sm")


@pytest.mark.parametrize("break_it", ["config", "untrained"])
def test_a_pipeline_that_does_not_run_is_said(break_it: str, tmp_path: Path) -> None:
    nlp: Any = spacy.blank("en")
    if break_it == "untrained":
        nlp.add_pipe("ner")
    name = saved(nlp, tmp_path / "broken")
    if break_it == "config":
        config = tmp_path / "broken" / "config.cfg"
        config.write_text(config.read_text().replace("pipeline = []", 'pipeline = ["no_such_part"]'))
    with pytest.raises(UsageError, match=r"does not run under spaCy 3\..*: install the version that belongs to it"):
        load_analyzer(name)
