"""The web channel: the one public door, over plain HTTP, keeping no state of its own."""
