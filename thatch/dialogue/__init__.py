"""What Rasa's dialogue management lacks: never to be silent, and not to wait for ever."""
