"""What a message means, besides its words: a sentence encoder that is taught what visitors ask.

To answer, `classifier`, `encoder`, `label_attention`, `nearest_messages` and `sessions` suffice;
the others make what they read.
"""
