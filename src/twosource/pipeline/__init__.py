"""Runs the table of steps: one capture to a reading, readings to a record."""

from twosource.pipeline.placing import Placement, assign_stories
from twosource.pipeline.readings import analyse, read_and_sort, read_article, read_capture, read_to_sort, redate, sample
from twosource.pipeline.records import combine, read_line, read_record, single

__all__ = [
    "Placement",
    "analyse",
    "assign_stories",
    "combine",
    "read_and_sort",
    "read_article",
    "read_capture",
    "read_line",
    "read_record",
    "read_to_sort",
    "redate",
    "sample",
    "single",
]
