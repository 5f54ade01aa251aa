"""Which texts no model is ever trained on, so that its figures are of texts it has not seen."""

from __future__ import annotations

from training.language.labelled import Labelled

HELD_SETS = {
    "ewt-dev": "EWT's own development part, as a whole: figures by genre of the web",
    "gum-dev": "GUM's own development part, as a whole: ten documents, none of them news",
}
"""Sets held back as a whole, and why."""

HELD_TEXTS = {
    "GUM_news_afghan": "gum-train",
    "GUM_news_expo": "gum-train",
    "GUM_news_imprisoned": "gum-train",
    "GUM_news_soccer": "gum-train",
    "GUM_news_warming": "gum-train",
}
"""Five of the twenty news documents of gum-train, and the set they are in.

The open part of gum-dev has no news, and news is what is read here. Taken through the alphabet at nearly even
distances, not by their subject, before anything was measured; between them war, an exhibition, a court, sport and the
climate."""


def is_held(sentence: Labelled) -> bool:
    """Whether the sentence belongs to a text that is held back."""
    return sentence.set in HELD_SETS or HELD_TEXTS.get(sentence.text) == sentence.set
