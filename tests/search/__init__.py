"""What is found: queries, the index, results."""
