"""A file becomes a document: the queue, the reading processes, the text of its pages."""
