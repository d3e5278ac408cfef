"""Tests of the window of synonyms."""
