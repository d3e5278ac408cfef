"""Tests of undoing, the trash and the story of what happened."""
