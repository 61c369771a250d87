"""Clipper keeps news articles: drag in a link, read it, find it, tag it, export it."""

__version__ = "0.1.0"
