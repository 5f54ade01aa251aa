"""Text: the visible characters of markup, sentences, tokens, stems, moments. Knows nothing of what a report says."""
