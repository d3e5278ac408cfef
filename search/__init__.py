"""What is found: the index, the query language, results by document and page. Knows no Qt."""
