"""What people decided, applied to what was found: a record and judgements make a record. Nothing is written over."""

from twosource.judgements.apply import bearing, judge_dates, judge_figures, judge_findings, judge_words
from twosource.judgements.history import History, over
from twosource.judgements.stories import Membership, membership

__all__ = [
    "History",
    "Membership",
    "bearing",
    "judge_dates",
    "judge_figures",
    "judge_findings",
    "judge_words",
    "membership",
    "over",
]
