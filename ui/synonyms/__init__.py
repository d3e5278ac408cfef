"""The words that search takes as meaning the same, seen and changed."""
