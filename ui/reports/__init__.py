"""The room of reports: choose a print, see its pages, print or save them."""
