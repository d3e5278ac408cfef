"""What the archive keeps as tables of plain values, ready to be written; no Qt."""
