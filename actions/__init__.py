"""What the action server runs: it chooses curated answers and derives their caveats."""
