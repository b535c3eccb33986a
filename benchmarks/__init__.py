"""Measurements of the assistant and of others, each by one command, and the messages they use."""
