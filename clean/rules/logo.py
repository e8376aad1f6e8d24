"""The name of a site's logo, read aloud: "Stringer Asia Logo"."""

import re
from collections.abc import Iterator
from itertools import takewhile

from .rule import Draft, Hit

_LOGO_RE = re.compile(r"(?:[\w.&’'-]+ ){0,4}logo(?: image)?", re.IGNORECASE)


def find_logo(draft: Draft) -> Iterator[Hit]:
    """Lines that end in "logo", at the head or the tail, beside a line that went.

    Alone one stays: "The Olympic Logo" is a title.
    """
    for ordered in (draft.remaining, reversed(draft.remaining)):
        run = list(takewhile(lambda index: _LOGO_RE.fullmatch(draft.blocks[index].text), ordered))
        if any(draft.took_noise(index - 1) or draft.took_noise(index + 1) for index in run):
            yield from map(Hit, run)
