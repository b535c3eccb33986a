"""What Rasa's dialogue lacks: never to be silent, not to wait for ever, to read in context."""
