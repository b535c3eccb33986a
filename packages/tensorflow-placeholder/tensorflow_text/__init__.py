"""A placeholder for tensorflow_text; see tensorflow_placeholder."""

from tensorflow_placeholder import stand_in_for

stand_in_for(__name__)
