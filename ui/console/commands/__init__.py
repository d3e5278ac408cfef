"""The commands, a module for each of the people's purposes."""
