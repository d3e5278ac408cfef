"""What is kept: the records, the originals and the rules that hold for them.

Knows no Qt and no search engine.
"""
