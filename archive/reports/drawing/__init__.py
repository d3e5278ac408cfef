"""Drawings of prints, in vector: each is a `Standing` made of frozen strokes and labels.

`plate` is what they are all drawn with. A drawing says its figures as text, is told apart without
colours, and carries a sentence for those who cannot see it.
"""
