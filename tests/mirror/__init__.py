"""The project held up to its own rules."""
