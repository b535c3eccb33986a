"""Thatch: a rule-based consultation assistant on hair loss."""
