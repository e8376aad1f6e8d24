"""What a short line is known as: one dictionary look-up a line, whatever the size of the lexicon.

Phrases are data (`phrases/<language>.tsv`); a phrase with a gap in it is a pattern. Both give a line a label: a
category, which names the rule, and a class, which says how much must stand beside the line before it goes:

- `anchor`: safe alone, anywhere. Two words or more, or twelve letters.
- `block`: only beside a line that went as boilerplate, or in a run of labels at the head or the tail.
- `context`: as `block`, but only before the first paragraph or after the last one.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Literal, NamedTuple, cast

Strength = Literal["anchor", "block", "context"]

MAX_LABEL = 500
"""Characters. No phrase and no pattern is longer, so longer lines are not looked up."""

NETWORKS = (
    "Bluesky", "Digg", "Facebook", "Flipboard", "Google", "Google+", "Google Plus", "Instagram", "LINE", "LinkedIn",
    "Mastodon", "Messenger", "Odnoklassniki", "Pinterest", "Pocket", "Qzone", "Reddit", "Skype", "StumbleUpon",
    "Telegram", "Threads", "TikTok", "Tumblr", "Twitter", "Twitter/X", "VK", "WeChat", "Weibo", "WhatsApp", "X", "XING",
    "YouTube",
)  # fmt: skip
"""What `{network}` stands for in a phrase."""

_NETWORK = "|".join(re.escape(name) for name in sorted(NETWORKS, key=len, reverse=True))

_ALSO = rf"(?:(?:,? and |, | & )(?:{_NETWORK}))*"

# Anchored at both ends, and with an imperative or a mark at the start: a sentence *about* the thing must stay.
_PATTERNS: tuple[tuple[str, Strength, str], ...] = (
    # "Follow us on Facebook and Twitter", "Share this article on X, Reddit and WhatsApp"
    ("share-buttons", "anchor", rf"(?:follow|like|find|join) us on (?:{_NETWORK}){_ALSO}"),
    ("share-buttons", "anchor", rf"share (?:this )?(?:article |story |post |page )?(?:on|via) (?:{_NETWORK}){_ALSO}"),
    # "1.2K Shares", "Tweet 34", "@example"
    ("share-buttons", "anchor", r"[\d.,]+ ?[km]? (?:shares|retweets)"),
    ("share-buttons", "block", r"(?:tweet|pin|share|like|email|facebook|twitter|linkedin|pinterest) [\d.,]+ ?[km]?"),
    ("share-buttons", "block", r"@\w{3,30}"),
    # "3 thoughts on “The title”", "One response to "The title""
    (
        "comment-form",
        "anchor",
        r"(?:\d+|one) (?:thought|response|comment|repl(?:y|ie))s? (?:on|to) [\"“'‘].{1,200}[\"”'’]",
    ),
    # "© 2024 The Company. All rights reserved.", "Copyright 2019 Someone"
    ("copyright", "anchor", r"(?:copyright )?(?:©|\(c\)|&copy;) ?(?:copyright )?(?:\d{4}|[^.]{1,60} \d{4}).{0,160}"),
    (
        "copyright",
        "anchor",
        r"copyright \d{4}(?:[-–]\d{2,4})?(?: by)? (?!was |is |has |had )[^.]{1,60}\.?(?: all rights reserved)?",
    ),
    (
        "copyright",
        "anchor",
        (
            r"(?=.*(?:©|\(c\)|copyright|\b\d{4}\b)).{0,100}[^a-z]all rights reserved"
            r"(?:\. (?:terms|privacy|this material).{0,160})?"
        ),
    ),
    # "We use cookies to give you the best experience on our website. By continuing …"
    (
        "cookie-notice",
        "anchor",
        (
            r"(?:we|this (?:web ?)?site|our (?:web ?)?site)(?: and our partners)? uses? cookies\b"
            r".*\b(?:your (?:\w+ )?experience|consent|brows(?:er|ing)|settings|(?:cookie|privacy) policy"
            r"|(?:our|this) (?:web ?)?site|personali[sz]e|analy[sz]e (?:our )?traffic|you (?:agree|accept))\b.*"
        ),
    ),
    (
        "cookie-notice",
        "anchor",
        (
            r"by (?:continuing|using|browsing) (?:to .{1,40} )?(?:this|our|the) (?:web ?)?site\b"
            r".*\byou (?:agree|accept|consent)\b.*\bcookies\b.*"
        ),
    ),
    # "Sign up for our weekly newsletter"
    (
        "newsletter",
        "anchor",
        r"(?:subscribe|sign up) (?:to|for) (?:our|the) [^.!?]{0,60}\b(?:newsletters?|mailing list|email alerts)",
    ),
    # "Read more: Another story of ours"
    (
        "read-also",
        "anchor",
        (
            r"(?:read (?:more|also|next)|also read|related (?:article|story|post|link)s?|recommended|don't miss"
            r"|more on this) ?[:|»] .{3,200}"
        ),
    ),
    ("log-in", "anchor", rf"(?:log|sign) (?:in|up) (?:with|using|via) (?:{_NETWORK}|google|apple|email)"),
)


class Label(NamedTuple):
    """What a line is known as."""

    category: str
    strength: Strength


def fold(text: str) -> str:
    """What two copies of a line share: case, quotes, spaces and the marks at the ends do not count.

    >>> fold("  •  Isis-K and the Taliban »")
    'isis-k and the taliban'
    """
    text = text.casefold()
    if not text.isascii():
        text = text.translate(_QUOTES)
    start, end = 0, len(text)
    while end and not text[end - 1].isalnum():
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return " ".join(text[start:end].split())


_OPENING_QUOTES = "\"'“‘«„「『"
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_NUMBER_RE = re.compile(r"\d+")


class Lexicon:
    """Phrases and patterns by what they are known as."""

    def __init__(self, phrases: dict[str, tuple[Label, ...]]) -> None:
        self._phrases = phrases

    def labels(self, text: str) -> tuple[Label, ...]:
        """What a line is known as, one label a category; none for a line of the text.

        >>> LEXICON.labels("Share on Google+")
        (Label(category='share-buttons', strength='anchor'),)
        >>> LEXICON.labels("Share on Google+ fell by half, the company said.")
        ()
        """
        if len(text) > MAX_LABEL or text[0] in _OPENING_QUOTES:  # somebody says it
            return ()
        folded = fold(text)
        return self._phrases.get(_NUMBER_RE.sub("0", folded)) or _labels_of_pattern(text, folded)


def _labels_of_pattern(text: str, folded: str) -> tuple[Label, ...]:
    # Two forms: the one at its ends as it came (its "@" and "©" tell), the other without them.
    for form in (text.strip().casefold(), folded):
        if found := _PATTERN_RE.fullmatch(form):
            category, strength, _ = _PATTERNS[found.lastindex - 1 if found.lastindex else 0]
            return (Label(category, strength),)
    return ()


_PATTERN_RE = re.compile("|".join(f"({pattern})" for _, _, pattern in _PATTERNS), re.IGNORECASE)


def _read_phrases(language: str) -> Iterator[tuple[str, Label]]:
    table = files(__package__).joinpath("phrases", f"{language}.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            category, strength, phrase, _sources = line.split("\t")
            label = Label(category, cast("Strength", strength))
            names = NETWORKS if "{network}" in phrase else ("",)
            yield from ((fold(phrase.replace("{network}", name)), label) for name in names)


def _load(languages: tuple[str, ...]) -> Lexicon:
    phrases: dict[str, dict[str, Label]] = {}
    for language in languages:
        for phrase, label in _read_phrases(language):
            phrases.setdefault(phrase, {}).setdefault(label.category, label)
    return Lexicon({phrase: tuple(labels.values()) for phrase, labels in phrases.items()})


LANGUAGES = ("en",)
"""The tables that ship."""

LEXICON = _load(LANGUAGES)
