"""Whole-command benchmarks: throughput, peak memory, start-up. `python -m bench`; nothing here is a test."""
