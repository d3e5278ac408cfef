"""Tests of the window of vocabularies."""
