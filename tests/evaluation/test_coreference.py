"""What counts as right in coreference, on texts of our own."""

from __future__ import annotations

import pytest

from evaluation.coreference import Counts, count_names, count_pronouns, named, read_record
from evaluation.gum_documents import Document, read_document
from evaluation.shared import DATA

TEXT = """\
# newdoc id = GUM_news_own
# newpar
# text = Ana Rojas left.
1	Ana	Ana	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new-cf1-2-coref
2	Rojas	Rojas	PROPN	NNP	_	1	flat	_	Entity=1)
3	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

# newpar
# text = She and Rojas's boss Peter Bell sang.
1	She	she	PRON	PRP	_	8	nsubj	_	Entity=(1-person-giv-cf1-1-ana)
2	and	and	CCONJ	CC	_	5	cc	_	_
3	Rojas	Rojas	PROPN	NNP	_	5	nmod:poss	_	Entity=(2-person-new(1-person-giv|SpaceAfter=No
4	's	's	PART	POS	_	3	case	_	Entity=1)
5	boss	boss	NOUN	NN	_	6	nmod:desc	_	_
6	Peter	Peter	PROPN	NNP	_	1	conj	_	_
7	Bell	Bell	PROPN	NNP	_	6	flat	_	Entity=2)
8	sang	sing	VERB	VBD	_	0	root	_	SpaceAfter=No
9	.	.	PUNCT	.	_	8	punct	_	_
"""


@pytest.fixture
def document() -> Document:
    return read_document(TEXT.splitlines())


def test_a_document_has_its_text_and_its_named_mentions(document: Document) -> None:
    assert document.text == "Ana Rojas left.\n\nShe and Rojas's boss Peter Bell sang."
    assert [document.text[a:b] for a, b in document.paragraphs] == document.text.split("\n\n")
    marked = [(document.text[slice(*m.core)], m.kind, m.cluster) for m in document.marked]
    assert marked == [("Ana Rojas", "name", 1), ("She", "pronoun", 1), ("Rojas", "name", 1), ("Peter Bell", "name", 2)]


def _found(document: Document, *clusters: tuple[str, ...]) -> list[list[tuple[tuple[int, int], str]]]:
    forms = {"She": "pronoun"}
    places = [[(document.text.rindex(w), w) for w in cluster] for cluster in clusters]
    return [[((at, at + len(w)), forms.get(w, "name")) for at, w in cluster] for cluster in places]


def test_pairs_that_one_cluster_holds_are_right_or_wrong(document: Document) -> None:
    right, wrong = Counts(), Counts()
    count_names(document, named(document, _found(document, ("Ana Rojas", "Rojas"), ("Peter Bell",))), right)
    assert right.figures("person") == (100.0, 100.0, 100.0)
    count_names(document, named(document, _found(document, ("Ana Rojas", "Rojas", "Peter Bell"))), wrong)
    assert wrong.figures("person")[0] == pytest.approx(100 / 3)


def test_a_mention_that_is_not_found_costs_recall_but_not_joining(document: Document) -> None:
    counts = Counts()
    count_names(document, named(document, _found(document, ("Ana Rojas",))), counts)
    assert counts.counts["person wanted"] == 1
    assert counts.counts["person, found wanted"] == 0


@pytest.mark.parametrize(("cluster", "right"), [(("Ana Rojas", "She"), 100.0), (("Peter Bell", "She"), 0.0)])
def test_a_pronoun_is_right_with_a_right_name(document: Document, cluster: tuple[str, ...], right: float) -> None:
    counts, clusters = Counts(), _found(document, cluster)
    list(count_pronouns(document, clusters, named(document, clusters), counts))
    assert counts.figures("he and she") == (right, right, right)


def test_the_steps_find_the_mentions(document: Document) -> None:
    found = read_record(document, "rules")
    spans = {document.text[slice(*span)] for cluster in found for span, _ in cluster}
    assert {"Ana Rojas", "Peter Bell"} <= spans


def test_the_news_of_gum_can_be_read() -> None:
    paths = sorted((DATA / "syntax").glob("gum-train/GUM_news_*.conllu"))
    if not paths:
        pytest.skip("GUM is no part of this project: give its folder in TWOSOURCE_SHARED")
    read = read_document(paths[0].read_text(encoding="utf-8").splitlines())
    assert all(read.text[slice(*m.span)].strip() for m in read.marked)
