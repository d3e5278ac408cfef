"""Tests of the room of agreements."""
