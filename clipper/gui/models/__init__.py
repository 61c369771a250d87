"""Models: what lists and trees show, over frozen rows."""
