"""Pages: lists the inputs as captures, and makes a page of each: its bytes, its visible text, the way between them."""

from __future__ import annotations

from twosource.pages.about import read_about
from twosource.pages.capture import Capture, Failure, input_id_of
from twosource.pages.listing import captures_as_they_come, list_captures
from twosource.pages.page import make_page

__all__ = [
    "Capture",
    "Failure",
    "captures_as_they_come",
    "input_id_of",
    "list_captures",
    "make_page",
    "read_about",
]
