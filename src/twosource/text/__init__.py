"""Plain text: offsets, normalising, sentences, tokens. Knows nothing of news."""
