"""The room of documents: everything kept, as a table, and the description of each paper."""
