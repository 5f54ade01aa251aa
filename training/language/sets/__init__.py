"""Loaders: one module a set, each to the common form of `training.language.labelled`."""
