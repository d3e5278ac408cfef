"""Tests of the prints."""
