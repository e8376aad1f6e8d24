"""Whom a picture's caption credits: "Photo: AP.", "(AP Photo/Jane Doe)", "Photo by Jane Doe"."""

import re

MAX_CAPTION = 600
"""Characters. A longer line that ends in a credit is a paragraph."""

# The label begins a sentence of its own, and a name follows: "his verdict on the photo: stunning" has no credit.
_PICTURE = r"""(?i: (?: (?:file|stock|cover|courtesy)[ ] )? (?: photo(?:graph|s|graphs)? | image | picture | graphics?
    | illustration ) (?: [ ] (?: credits? | source | courtesy (?:[ ]of)? | by ) )? )"""
_OTHER = r"(?i: credit | map | chart | infographic | screenshot | artwork | cartoon | drawing | painting | video )"
_BY = r"(?: Photo | Photograph | Image | Illustration | Graphic | Picture )s? [ ] (?: by | courtesy[ ]of | via )"
# Possessive, and no separator inside a word: else "Photo: A-------!" is read in as many ways as it has dashes.
# The words of a name are capitalised, but for a few: "Photos: Whistler star in crash" is a headline.
_SMALL = r"(?:of|the|and|for|via|by|from|courtesy|in|on|at|de|da|del|der|di|du|el|la|le|van|von)\b"
_NAME = rf"""(?! {_SMALL} ) [^\sa-z.:;,!?()\[\]/&|-] [^\s.:;,!?()\[\]/&|-]*+
    (?: [ /,&|-]++ (?: {_SMALL} | [^\sa-z.:;,!?()\[\]/&|-] [^\s.:;,!?()\[\]/&|-]*+ ) ){{0,7}}+"""
_AGENCY = r"(?: AP | AFP | EPA | Reuters | Getty ) (?: [ ] (?: Photo | Images ) )?"
_NEW_SENTENCE = r"(?: [(\[|–—] \s* | (?<=[.!?\"”’»)\]…]) \s+ )"
_CREDIT_RE = re.compile(
    rf"""
    (?: (?: ^ | {_NEW_SENTENCE} | \s+ [/-] \s+ ) {_PICTURE} \s* [:/©] \s* (?P<credit> {_NAME} )
      | {_NEW_SENTENCE} {_OTHER} \s* [:/©] \s* (?P<other> {_NAME} )
      | (?: ^ | {_NEW_SENTENCE} ) {_BY} \s (?P<maker> {_NAME} )
      | (?: ^ | {_NEW_SENTENCE} ) (?P<agency> {_AGENCY} \s* / \s* {_NAME} | AP[ ]Photo | Getty[ ]Images )
    ) [.)\]]* $""",
    re.VERBOSE,
)

# One of these stands in every credit; looking for them costs a tenth of looking for its forms.
_HINTS = (
    *("photo", "image", "picture", "graphic", "illustration", "credit", "map", "chart", "screenshot", "art", "draw"),
    *("cartoon", "paint", "video", "reuters", "ap/", "ap /", "afp", "epa"),
)


def credit_of(text: str) -> str | None:
    """Whom a caption credits.

    >>> credit_of("Taliban members patrol the streets of Kabul on August 19. Photo: AP.")
    'AP'
    >>> credit_of("Her verdict on the photo: stunning.")
    """
    if len(text) > MAX_CAPTION:
        return None
    lowered = text.lower()
    if not any(hint in lowered for hint in _HINTS) or not (found := _CREDIT_RE.search(text)):
        return None
    credit = next(value for value in found.groupdict().values() if value)
    return str(credit).strip(" .)]")


def is_only_a_credit(text: str) -> bool:
    """Whether a line that has a credit has nothing else."""
    return _CREDIT_RE.match(text) is not None
