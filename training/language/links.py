"""Second stage of training, encoder frozen: which earlier mention a mention takes up.

Mentions are words (Dobrovolskii 2021) and are ranked with a "none" among the choices by the marginal likelihood of all
right antecedents (Lee et al. 2017).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.language.batches import Encoding
from training.language.documents import Document, Read, read_documents
from training.language.labelled import Labelled
from training.language.network import WIDTH, Joint
from training.language.sets.held import is_held
from twosource.nlp.shipped.link_features import ALONE, PAIRS, Table
from twosource.nlp.shipped.link_scores import HIDDEN, SCALE

EPOCHS, RATE, DECAY, SEED = 30, 5e-3, 0.05, 1
"""Tried on 14 of the training texts: 20 and 40 epochs differ by 0.1 of CoNLL F1, half the rate loses 1."""
DROPOUT = 0.5
"""Of the encoder's states; without these states at all 10 points of CoNLL F1 are lost."""
MISSED = 2.0
"""Weight of a mention that has an antecedent against one that has none: finds more links, 2 points of CoNLL F1."""
_NEVER = -1e9


class Scorer(nn.Module):
    """A network of one hidden layer over the features of both mentions and of the pair."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Linear(2 * ALONE + PAIRS, HIDDEN)
        self.last = nn.Linear(HIDDEN, 1)

    def forward(self, own: Tensor, there: Tensor, pairs: Tensor) -> Tensor:
        """Scores (mentions, candidates); `own` (mentions, ALONE), `pairs` (mentions, candidates, PAIRS)."""
        one, other, both = torch.split(self.first.weight, [ALONE, ALONE, PAIRS], dim=1)
        hidden = pairs @ both.T + (own @ one.T)[:, None] + (own @ other.T)[there] + self.first.bias
        return self.last(torch.relu(hidden))[..., 0]  # type: ignore[no-any-return]

    def weights(self) -> dict[str, Tensor]:
        """By the names under which the package reads them."""
        first, last = self.first, self.last
        return {"link_w1": first.weight.T, "link_b1": first.bias, "link_w2": last.weight[0], "link_b2": last.bias}


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document for training: its mentions in the order of its words."""

    states: Tensor
    own: Tensor
    there: Tensor
    """Candidates, -1 for none."""
    pairs: Tensor
    right: Tensor
    """(mentions, 1 + candidates): whether the candidate is of the same cluster; first whether none is."""


def train_links(model: Joint, encoding: Encoding, sentences: Sequence[Labelled]) -> Scorer:
    """Learns `link_word` and `link_head` of the model in place, and the network over the features.

    Of the sentences, those with clusters are used, as whole texts. One minute on one core for GUM.
    """
    documents = read_documents(model, encoding, [s for s in sentences if not is_held(s)]).values()
    return fit(model, [as_ranked([read.with_gold() for read in document]) for document in documents])


def as_ranked(document: Document) -> Ranked:
    """The mentions of a document that bears gold mentions."""
    table = Table([read.words for read in document], document)
    there = torch.from_numpy(table.candidates(0, table.size))
    clusters = torch.tensor([cluster for read in document for cluster in _of_mentions(read)], dtype=torch.long)
    same = (clusters[there] == clusters[:, None]) & (there >= 0) if table.size else there.bool()
    return Ranked(
        states=mention_states(document),
        own=torch.from_numpy(table.own),
        there=there,
        pairs=torch.from_numpy(table.pairs(0, table.size)),
        right=torch.cat([~same.any(1, keepdim=True), same], dim=1),
    )


def mention_states(document: Document) -> Tensor:
    """The encoder's states of the heads of all mentions (mentions, WIDTH)."""
    none = torch.zeros(0, WIDTH)
    heads = [read.states[[bool(kind) for kind in read.mentions]].float() for read in document]
    return torch.cat([none, *heads])


def _of_mentions(read: Read) -> list[int]:
    return [cluster for kind, cluster in zip(read.mentions, read.clusters, strict=True) if kind]


def fit(model: Joint, documents: Sequence[Ranked]) -> Scorer:
    """Trains on documents, one a step, on one thread; the same documents give the same weights."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # the steps are small: two threads that wait for each other took up to 20 times as long
    try:
        return _fit(model, [x for x in documents if len(x.own)])
    finally:
        torch.set_num_threads(threads)


def _fit(model: Joint, documents: Sequence[Ranked]) -> Scorer:
    torch.manual_seed(SEED)
    scorer = Scorer()
    parts = nn.ModuleList([scorer, model.link_word, model.link_head])
    for layer in (model.link_word, model.link_head):
        layer.reset_parameters()
    optimizer = torch.optim.AdamW(parts.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.02, EPOCHS * len(documents))
    rng = random.Random(SEED)
    for _ in range(EPOCHS):
        for x in rng.sample(documents, len(documents)):
            _step(x, model, scorer, optimizer)
            schedule.step()
    return scorer


def _step(x: Ranked, model: Joint, scorer: Scorer, optimizer: torch.optim.Optimizer) -> None:
    states = nn.functional.dropout(x.states, DROPOUT)
    with torch.enable_grad():
        scores = pair_scores(x, model.link_word(states), model.link_head(states), scorer)
        likely = scores.log_softmax(1).masked_fill(~x.right, _NEVER).logsumexp(1)
        weights = torch.where(x.right[:, 0], 1.0, MISSED)
        (-(weights * likely).mean()).backward()  # type: ignore[no-untyped-call]
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)


def pair_scores(x: Ranked, word: Tensor, head: Tensor, scorer: Scorer) -> Tensor:
    """Scores (mentions, 1 + candidates), first that of none, which is 0."""
    products = torch.einsum("nd,nkd->nk", word, head[x.there]) / SCALE
    scores = products + scorer(x.own.float(), x.there, x.pairs.float())
    scores = scores.masked_fill(x.there < 0, _NEVER)
    return torch.cat([torch.zeros(len(scores), 1), scores], dim=1)
