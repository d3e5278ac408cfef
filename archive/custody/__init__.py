"""Keeping the archive safe: are the originals intact, and one file to take away and bring back."""
