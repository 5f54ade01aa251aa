"""The web desk: a desk as pages that a browser on the same machine can read."""
