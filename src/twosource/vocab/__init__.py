"""Data tables, each with its licence in its first lines, and their small typed loaders."""
