"""Where a desk keeps what it has read: the store seam, and its stores."""
