"""Tests of the room of partnerships and of its editors."""
