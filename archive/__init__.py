"""What is kept: the records, the originals and the rules that hold for them.

Knows no Qt and no search engine.
"""

VERSION = "0.1.0"  # of the program; a print is re-made byte-identical by the version that made it
