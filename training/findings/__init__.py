"""Whether fitted weights of the evidence functions beat those set by hand."""
