"""What a message means, besides its words: a sentence encoder that is taught what visitors ask.

To answer, `classifier`, `encoder` and `label_attention` suffice; the others make what they read.
"""
