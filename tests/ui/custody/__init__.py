"""Tests of the dialogs around the archive."""
