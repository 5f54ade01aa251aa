"""The limits that keep one input from starving the others."""

RAW_BYTES = 64 * 2**20
"""Bytes of one file or of standard input: the largest real pages seen stay under 20 MiB."""

UNPACKED_BYTES = 20 * 2**20
"""Bytes of one page after decompression, of one row of JSONL, and of one fetched page."""

UNPACKED_RATIO = 200
"""Bytes out for one in, past UNPACKED_BYTES of a compressed stream. Text gives 3 to 10, a bomb up to 1,032."""

TEXT_CHARACTERS = 2_000_000
"""Visible characters of one page: about 600 times a usual report."""

LINE_CHARACTERS = 1_000_000
"""Visible characters of one line."""

FEED_BYTES = 4 * 2**20
"""Bytes of one feed: usual ones have 10 to 500 KB."""

FEED_SECONDS = 10.0
"""How long a feed may take to be parsed, in a process of its own: 0.7 s a MiB, 6 s where it is hostile."""

FETCH_SECONDS = 30.0
"""How long an address may take, what the feed there holds included; the fetch alone may take 20."""
