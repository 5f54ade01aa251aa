"""Figures of an analyzer on the sentences held back from training: `python -m evaluation.language`."""
