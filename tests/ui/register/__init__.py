"""Tests of the dialog that brings in a register."""
