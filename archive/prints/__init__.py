"""Prints that were made: kept with what they were drawn from, found again, checked."""
