"""`python -m training.findings.fit`: fits the weights of the evidence functions, beside those that are set by hand.

A logistic regression (Newton's method, ridge 1) of "these two assertions tell the same" on what the evidence functions
say; fitted on ECB+, a fifth of its topics held back in turn, and on ECB+ with the invented stories that rules were made
on; measured on the stories held back as well. Printed: average precision of pairs by the sum of evidence. Nothing is
written: docs/design/findings.md says why the weights set by hand ship. Three minutes on one core.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from evaluation.event_coreference import STORIES
from evaluation.told_stories import paths, read_stories
from training.findings.pairs import Example, ecb_examples, story_examples
from twosource.findings.evidence import WEIGHTS

FOLDS = 5
RIDGE = 1.0
ROUNDS = 25
Floats = NDArray[np.float64]
Scorer = Callable[[Sequence[Example]], Floats]


def fit(examples: Sequence[Example]) -> Floats:
    """The weights and, last, the constant."""
    x, y = _matrix(examples), np.array([e.same for e in examples], dtype=float)
    weights = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        sure = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (sure - y) + RIDGE * weights
        bend = (x * (sure * (1 - sure))[:, None]).T @ x + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights


def _matrix(examples: Sequence[Example]) -> Floats:
    values = np.array([e.values for e in examples])
    return np.hstack([values, np.ones((len(values), 1))])


def _dot(x: Floats, weights: Floats) -> Floats:
    found: Floats = x @ weights
    return found


def by_hand(examples: Sequence[Example]) -> Floats:
    """The sum of evidence with the weights that ship."""
    return _dot(_matrix(examples)[:, :-1], np.array([weight for _, weight in WEIGHTS]))


def by_rules(examples: Sequence[Example]) -> Floats:
    """What `judge` makes of the sum: 0 where too little is shared."""
    return np.array([e.judged for e in examples])


def fitted(weights: Floats) -> Scorer:
    """The sum of evidence with these weights."""
    return lambda examples: _dot(_matrix(examples), weights)


def average_precision(examples: Sequence[Example], score: Scorer) -> float:
    """The mean of precision at every right pair, in per cent, the highest score first."""
    same = np.array([e.same for e in examples], dtype=float)[np.argsort(-score(examples), kind="stable")]
    precision = np.cumsum(same) / np.arange(1, len(same) + 1)
    return round(100 * float((precision * same).sum() / max(1.0, same.sum())), 1)


def across_folds(examples: Sequence[Example]) -> float:
    """Average precision of weights fitted on four fifths of the topics, on the fifth left out; the mean of five."""
    folds = [[e for e in examples if int(e.topic) % FOLDS == n] for n in range(FOLDS)]
    rest = [[e for e in examples if int(e.topic) % FOLDS != n] for n in range(FOLDS)]
    figures = [average_precision(held, fitted(fit(kept))) for held, kept in zip(folds, rest, strict=True)]
    return round(sum(figures) / FOLDS, 1)


def main() -> None:
    """Prints the figures and the weights fitted."""
    ecb = list(ecb_examples(STORIES))
    tried, held = (list(story_examples(read_stories(paths(held=h), "shipped"))) for h in (False, True))
    ways = {"by hand": by_hand, "by the rules": by_rules, "fitted on ECB+": fitted(fit(ecb))}
    ways["fitted on ECB+ and stories"] = fitted(fit([*ecb, *tried]))
    for name, score in ways.items():
        figures = [average_precision(part, score) for part in (ecb, tried, held)]
        print(f"{name:28} ECB+ {figures[0]}  stories tried {figures[1]}  held back {figures[2]}")
    print(f"{'fitted on other topics':28} ECB+ {across_folds(ecb)}")
    print(f"pairs: {len(ecb)}, {len(tried)}, {len(held)}")
    for (function, weight), value in zip(WEIGHTS, fit([*ecb, *tried]), strict=False):
        print(f"  {function.__name__:20} by hand {weight:5.2f}  fitted {value:5.2f}")


if __name__ == "__main__":
    main()
