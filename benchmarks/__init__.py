"""Measurements of the assistant, and the labelled messages that they use."""
