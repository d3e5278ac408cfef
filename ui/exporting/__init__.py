"""Tables, descriptions and citations of the window, written to files for elsewhere."""
