"""The rules: each module here has `suggest(reading)`, which yields what it finds.

A module added here is asked without being named anywhere.
"""
