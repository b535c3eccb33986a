"""Chooses the pipeline's thresholds from data/nlu, each message judged by what never saw it."""
