"""Pages: lists the inputs as captures, and makes a page of each: its bytes, its visible text, the way between them."""

from __future__ import annotations

from twosource.pages.about import read_about
from twosource.pages.capture import Capture, Failure, input_id_of
from twosource.pages.listing import list_captures
from twosource.pages.page import make_page

__all__ = ["Capture", "Failure", "input_id_of", "list_captures", "make_page", "read_about"]
