"""A document cited on the clipboard."""
