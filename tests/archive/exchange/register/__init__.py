"""Tests of bringing in an office's register of agreements."""
