"""What the assistant knows, as its editors write it in data/knowledge. Knows nothing of Rasa."""

from thatch.knowledge.curated import Curated
from thatch.knowledge.library import Library
from thatch.knowledge.loading import load
from thatch.knowledge.problems import KnowledgeError, Problem

__all__ = ["Curated", "KnowledgeError", "Library", "Problem", "load"]
