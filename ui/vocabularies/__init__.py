"""The lists of words an office chooses from, seen and changed."""
