"""Sizes that more than one part of the list goes by, in logical pixels."""

# Of a row, and of the picture in it.
ROW_HEIGHT = 124
EDGE = 72
# A ring shows where the keyboard is, for those who came by it; a click shows that by itself.
RING = 2
