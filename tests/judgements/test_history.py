"""Undo and redo: whatever is done in whatever order, what is in force is what replaying leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from twosource.errors import UsageError
from twosource.judgements.history import History, over
from twosource.model import Judgement, Ruling, Selector

NAMES = st.sampled_from(["Ann", "Bo", "Cy"])


def judgement(number: int, name: str, at: str) -> Judgement:
    passage = Selector(page="p", start=number * 10, end=number * 10 + 3, exact="abc")
    return Judgement.of("speaker", at=at, who=name, why="heard it", passages=(passage,), ruling=Ruling(name=name))


class Desk(RuleBasedStateMachine):
    """A desk whose entries are only added, beside a list of what should be in force."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[Judgement] = []
        self.wanted: dict[str, bool] = {}
        self.order: list[str] = []

    @property
    def history(self) -> History:
        return History.of(self.kept)

    @rule(number=st.integers(0, 3), name=NAMES)
    def judge(self, number: int, name: str) -> None:
        made = judgement(number, name, self.history.next_time())
        self.kept.append(made)
        self.wanted[made.id] = True
        self.order.append(made.id)

    @precondition(lambda self: self.history.in_force)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        chosen = data.draw(st.sampled_from(self.history.in_force))
        self.kept.append(over("undo", chosen, at=self.history.next_time(), who="Ann", why=""))
        self.wanted[chosen.id] = False

    @precondition(lambda self: self.history.undone)
    @rule()
    def redo_the_last(self) -> None:
        chosen = self.history.undone[-1]
        self.kept.append(over("redo", chosen, at=self.history.next_time(), who="Ann", why=""))
        self.wanted[chosen.id] = True

    @rule(data=st.data())
    def export_and_import_again(self, data: st.DataObject) -> None:
        """Entries come in any order, some twice."""
        self.kept = data.draw(st.permutations(self.kept)) + self.kept[:2]

    @invariant()
    def what_is_in_force_is_what_was_decided(self) -> None:
        history = self.history
        assert [j.id for j in history.in_force] == [i for i in self.order if self.wanted[i]]
        assert {j.id for j in history.undone} == {i for i in self.order if not self.wanted[i]}
        assert [j.id for j in history.judgements] == self.order

    @invariant()
    def undoing_and_redoing_leave_what_was(self) -> None:
        history = self.history
        for one in history.in_force[-1:]:
            undone = History.of([*self.kept, over("undo", one, at=history.next_time(), who="Bo", why="")])
            assert undone.undone[-1] == one
            again = History.of([*undone.entries, over("redo", one, at=undone.next_time(), who="Bo", why="")])
            assert again.in_force == history.in_force


Desk.TestCase.settings = settings(max_examples=60, stateful_step_count=20)
TestDesk = Desk.TestCase

FIRST = judgement(1, "Ann", "2031-06-12T08:00:00.000000Z")
LATER = judgement(1, "Bo", "2031-06-12T09:00:00.000000Z")
ELSEWHERE = judgement(2, "Bo", "2031-06-12T10:00:00.000000Z")


def test_what_later_judgements_speak_of_is_known() -> None:
    history = History.of([FIRST, LATER, ELSEWHERE])
    assert history.after(FIRST) == (LATER,)
    assert history.after(LATER) == ()


def test_the_same_again_is_known_unless_another_came_between() -> None:
    again = replace(FIRST, at="2031-06-13T08:00:00.000000Z")
    assert History.of([FIRST, ELSEWHERE]).alike(again) == FIRST
    assert History.of([FIRST, LATER]).alike(again) is None


def test_an_undo_of_what_is_not_there_yet_waits_for_it() -> None:
    undo = over("undo", FIRST, at=LATER.at, who="Ann", why="")
    assert History.of([undo]).in_force == ()
    assert History.of([undo, FIRST]).in_force == ()


def test_time_goes_on_whatever_the_clock_says() -> None:
    late = replace(FIRST, at="2999-01-01T00:00:00.000000Z")
    assert History.of([late]).next_time() == "2999-01-01T00:00:00.000001Z"
    assert History.of([]).next_time() < late.at


def test_one_is_named_by_how_its_id_begins() -> None:
    history = History.of([FIRST, LATER])
    assert history.named(FIRST.id) == FIRST
    assert history.named(FIRST.id[:18]) == FIRST
    with pytest.raises(UsageError, match="2 judgements begin so"):
        history.named("judgement:")
    with pytest.raises(UsageError, match="there is no judgement of this id"):
        history.named("x")
