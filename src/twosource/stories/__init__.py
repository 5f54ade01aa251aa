"""Which reports tell of one happening, and what they tell of it together."""

from twosource.stories.cluster import cluster
from twosource.stories.dates import dates_from_story
from twosource.stories.describe import describe_stories

__all__ = ["cluster", "dates_from_story", "describe_stories"]
