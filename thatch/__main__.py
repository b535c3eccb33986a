"""`python -m thatch` does what `thatch` does."""

from thatch.cli import app

app()
