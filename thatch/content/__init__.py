"""What editors do with the knowledge: lint its prose, follow its life cycle, see its gaps."""
