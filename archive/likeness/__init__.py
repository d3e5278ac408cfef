"""Documents that resemble each other, and files that are one document: suggested, joined, split."""
