"""Tests of bringing files in: each ends in one outcome, and the others go on."""
