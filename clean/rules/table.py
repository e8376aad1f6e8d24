"""The table of rules, in the order they are asked."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from .bylines import find_bylines
from .captions import find_lone_captions, find_repeated_captions
from .labels import find_labelled
from .logo import find_logo
from .rule import Rule
from .title import find_repeated_title

_PARAGRAPH = (
    "The council met on Tuesday to decide on the new bridge over the river, which has been closed to lorries since the "
    "flood of last year."
)
"""Stands in the examples where a text is needed around a line."""

RULES = (
    Rule(
        id="boilerplate.comment-form",
        reason="part of a comment form",
        find=partial(find_labelled, category="comment-form"),
        goes=f"{_PARAGRAPH}\nLeave a comment",
        stays=f"{_PARAGRAPH}\nLeave a comment on the draft before Friday, the mayor asked the residents.",
    ),
    Rule(
        id="boilerplate.share-buttons",
        reason="a share button's label",
        find=partial(find_labelled, category="share-buttons"),
        goes=f"{_PARAGRAPH}\nShare on Facebook",
        stays=f"{_PARAGRAPH}\nShare on Facebook fell by half, the company said.",
    ),
    Rule(
        id="boilerplate.cookie-notice",
        reason="part of a cookie notice",
        find=partial(find_labelled, category="cookie-notice"),
        goes=f"{_PARAGRAPH}\nWe use cookies to improve your experience on our website.",
        stays="My grandmother said: we use cookies as bribes.",
    ),
    Rule(
        id="boilerplate.newsletter",
        reason="an invitation to a newsletter",
        find=partial(find_labelled, category="newsletter"),
        goes=f"{_PARAGRAPH}\nSubscribe to our newsletter",
        stays=f"{_PARAGRAPH}\nSubscribers to our newsletter met in the town hall.",
    ),
    Rule(
        id="boilerplate.related",
        reason="the head of a list of other pages",
        find=partial(find_labelled, category="related"),
        goes=f"{_PARAGRAPH}\nRelated articles",
        stays=f"{_PARAGRAPH}\nRelated articles of the law forbid it.",
    ),
    Rule(
        id="boilerplate.read-also",
        reason="a pointer to another page",
        find=partial(find_labelled, category="read-also"),
        goes=f"{_PARAGRAPH}\nRead more: The bridge in pictures",
        stays=f"{_PARAGRAPH}\nRead more books, the teacher told them.",
    ),
    Rule(
        id="boilerplate.advertisement",
        reason="an advertisement's mark",
        find=partial(find_labelled, category="advertisement"),
        goes=f"{_PARAGRAPH}\nAdvertisement",
        stays=f"{_PARAGRAPH}\nAn advertisement for the bridge hung in the station.",
    ),
    Rule(
        id="boilerplate.print",
        reason="a print or save button's label",
        find=partial(find_labelled, category="print"),
        goes=f"{_PARAGRAPH}\nPrint this article",
        stays=f"{_PARAGRAPH}\nPrint this article out and take it with you, the guide advises.",
    ),
    Rule(
        id="boilerplate.log-in",
        reason="part of a log-in form",
        find=partial(find_labelled, category="log-in"),
        goes=f"{_PARAGRAPH}\nForgot your password?",
        stays=f"{_PARAGRAPH}\nWhat to do when you forgot your password",
    ),
    Rule(
        id="boilerplate.copyright",
        reason="a copyright line",
        find=partial(find_labelled, category="copyright"),
        goes=f"{_PARAGRAPH}\n© 2024 The Example Company. All rights reserved.",
        stays=f"{_PARAGRAPH}\nCopyright law was changed in 1976.",
    ),
    Rule(
        id="boilerplate.navigation",
        reason="a label of the site's navigation",
        find=partial(find_labelled, category="navigation"),
        goes=f"{_PARAGRAPH}\nSkip to main content",
        stays=f"Home\n\n{_PARAGRAPH}",
        stays_line=0,
    ),
    Rule(
        id="boilerplate.logo",
        reason="the name of a logo, beside other labels",
        find=find_logo,
        goes=f"{_PARAGRAPH}\nShare on Facebook\nExample Asia Logo",
        stays=f"The Olympic Logo\n\n{_PARAGRAPH}",
        stays_line=0,
    ),
    Rule(
        id="repetition.title",
        reason="the title once more",
        find=find_repeated_title,
        goes=f"A bridge too far\n\nA bridge too far\n\n{_PARAGRAPH}",
        goes_line=2,
        stays=f"A bridge too far\n\n{_PARAGRAPH}\n\nA bridge too far",
    ),
    Rule(
        id="repetition.caption",
        reason="a caption that stands twice; its best copy is in captions",
        find=find_repeated_captions,
        goes=f"{_PARAGRAPH}\nA photo showing the old bridge.\nA photo showing the old bridge.",
        stays=f"{_PARAGRAPH}\nLondon Bridge is falling down,\nLondon Bridge is falling down.",
    ),
    Rule(
        id="caption.credit",
        reason="a caption, known by its picture's credit",
        find=find_lone_captions,
        goes=f"{_PARAGRAPH}\nThe old bridge at dawn. Photo: AP.",
        stays=f"{_PARAGRAPH}\nHer verdict on the photo: stunning.",
    ),
    Rule(
        id="byline.author",
        reason="a byline; its names are in authors and credits",
        find=find_bylines,
        goes=f"{_PARAGRAPH}\nJane Doe (Reuters)",
        stays=f"By Popular Demand\n\n{_PARAGRAPH}",
        stays_line=0,
    ),
)

_COSTS_TEXT = frozenset({"boilerplate.read-also"})
"""More than one line in 10,000 of gold text (2.8): sources differ on whether such a line belongs to it."""

_MOVES_OR_MEETS_TEXT = frozenset({"boilerplate.related", "caption.credit", "repetition.caption", "byline.author"})
"""0.2 to 2 lines in 10,000: what most sources leave out, and some keep."""

_DEFAULT = tuple(rule for rule in RULES if rule.id not in _COSTS_TEXT)

PROFILES: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "gentle": tuple(rule for rule in _DEFAULT if rule.id not in _MOVES_OR_MEETS_TEXT),
        "default": _DEFAULT,
        "strict": RULES,
    }
)
"""Which rules a profile asks. `python -m benchmarks.rules` measures what each costs, in lines of gold text."""
