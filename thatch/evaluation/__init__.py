"""How well the assistant understands labelled messages, measured through the running pipeline."""
