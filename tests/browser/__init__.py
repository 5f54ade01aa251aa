"""The desk in a real browser: Chromium, driven by Playwright, against the real `twosource serve`."""
