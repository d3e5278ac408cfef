"""Made-up papers of the kinds an office of cooperation keeps, each with what is true of it.

They are worded and laid out as real ones are, damaged as scanning damages them, and all written for
these tests: no real person or paper stands behind them.
"""

from tests.suggestion_papers.all import papers
from tests.suggestion_papers.made import Made

__all__ = ["Made", "papers"]
