"""The name of a site's logo, read aloud: "Stringer Asia Logo"."""

import re
from collections.abc import Iterator

from .rule import Draft, Hit

_LOGO_RE = re.compile(r"(?:[\w.&’'-]+ ){0,4}logo(?: image)?", re.IGNORECASE)


def find_logo(draft: Draft) -> Iterator[Hit]:
    """A line that ends in "logo", at the head or the tail, beside a line that went.

    Alone it stays: "The Olympic Logo" is a title.
    """
    for index in {*draft.remaining[:1], *draft.remaining[-1:]}:
        beside_noise = draft.took_noise(index - 1) or draft.took_noise(index + 1)
        if beside_noise and _LOGO_RE.fullmatch(draft.blocks[index].text):
            yield Hit(index)
