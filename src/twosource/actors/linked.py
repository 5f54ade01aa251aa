"""What the language model says of pronouns: which earlier words each takes up; nothing from other analyzers."""

from __future__ import annotations

from twosource.actors.drafts import Draft, Text, Words

_LONGEST = 20
"""Links that are followed from one pronoun: in ten articles none that came to a name was longer than eight."""
Place = tuple[int, int]
"""Sentence and word."""


class Links:
    """The model's links, followed from a pronoun to the first words that are a person's."""

    def __init__(self, text: Text, drafts: list[Draft]) -> None:
        self._mentions = text.mentions
        self._index: dict[Place, int] = {(m.sentence, m.token): i for i, m in enumerate(text.mentions)}
        self._owner: dict[Place, Draft] = {}
        for draft in drafts if text.mentions else ():
            for x in draft.seen:
                self._own(x.words, draft)

    def _own(self, words: Words, draft: Draft) -> None:
        self._owner.update({(words.sentence, k): draft for k in range(words.first, words.last)})

    def bind(self, words: Words, draft: Draft) -> None:
        """Takes up that a pronoun is a person's: links to it lead there."""
        if self._mentions:
            self._own(words, draft)

    def meant(self, words: Words) -> Draft | None:
        """The person whom the model takes a pronoun for, None where it says nothing."""
        at = self._index.get((words.sentence, words.first))
        for _ in range(_LONGEST):
            at = None if at is None else self._mentions[at].antecedent
            if at is None:
                return None
            mention = self._mentions[at]
            if owner := self._owner.get((mention.sentence, mention.token)):
                return owner
        return None
