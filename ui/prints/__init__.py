"""The prints that were kept: looked at, saved again, and checked."""
