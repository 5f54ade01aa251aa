"""The language model that ships in the package, and the analyzer that runs it."""
