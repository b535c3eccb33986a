"""Chat widgets side by side: weight, work, access, and what they ask of a page's policy."""
