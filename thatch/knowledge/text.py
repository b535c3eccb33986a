"""What a text for visitors may hold: plain words, `*bold*`, lists and links, never HTML."""

import re

LINK = re.compile(r"\[(?P<title>[^\]]+)\]\((?P<uri>[^)\s]+)\)")
CONTACT = re.compile(r"\[(?P<kind>[a-z_]+)\](?!\()")
"""A region's phone number or page, such as `[emergency]`, filled in when the model is trained."""

TEMPLATE_FIELD = re.compile(r"\{(?:treatment|regulators|due)\}")
"""What a caveat's wording leaves open, filled in from a treatment's facts."""

_BRACE = re.compile(r"[{}]")
_HTML = re.compile(r"</?[A-Za-z!][^>]*>|&(?:[a-z]+|#\d+);")
_SCHEMES = ("https:", "tel:", "mailto:")


def fault_in(text: str) -> str | None:
    """Say what a visitor's text must not hold and what to write instead, or None where it is fine.

    Args:
        text: the markdown of one answer, caveat or advice.
    """
    if not text.strip():
        return "is empty, write the text or leave the whole field out"
    if brace := _BRACE.search(text):
        return f"holds the brace {brace[0]!r}, write the words themselves"
    if tag := _HTML.search(text):
        return f"holds the HTML {tag[0]!r}, use *bold*, - lists or [title](https://...)"
    for link in LINK.finditer(text):
        if not link["uri"].startswith(_SCHEMES):
            return f"links to {link['uri']!r}, link to https:, tel: or mailto: only"
    return None
