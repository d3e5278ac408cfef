"""Reads pages that are pictures: Tesseract, its languages, and pictures made fit for it."""
