"""Tests of what papers say of themselves."""
