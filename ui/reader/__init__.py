"""The page view: pages drawn, words selected, hits and quotes marked, evidence linked."""
