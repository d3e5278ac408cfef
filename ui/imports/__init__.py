"""Bringing files in from the window: dropped, chosen, watched, cancelled, tried again."""
