"""Measurements against others, each by one command."""
