"""What a reader is shown first: the timeline, and a brief of sourced sentences."""

from twosource.briefs.timeline import find_timeline
from twosource.briefs.write import write_brief

__all__ = ["find_timeline", "write_brief"]
