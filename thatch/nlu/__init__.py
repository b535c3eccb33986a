"""How the assistant understands a message: components of Rasa's pipeline, and what they share."""
