"""Which classifier hears best what visitors ask, at what cost in time and size."""
