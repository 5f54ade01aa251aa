"""The language layer: analyzers that give sentences, tokens and names of an article."""
