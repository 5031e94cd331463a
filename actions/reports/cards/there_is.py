"""Whether there is a report on something, and on what, as people ask it."""

from __future__ import annotations

import re

from actions.words_apart import words_apart
from knowledge.text import content_stems

_REPORT = r"(?:rapports?|raports?|referes?|communications?|reports?)"
_EXAMINED = (
    r"(?:\bcour(?: des comptes)? a(?: t elle| deja| bien)*"
    r" (?:control\w*|audit\w*|examin\w*|verifi\w*|enquete?|inspect\w*|etudi\w*)"
    r"|\b(?:did|has|have) (?:the )?(?:cour\w*|auditors?)(?: des comptes| of auditors| ever| already)*"
    r" (?:audit\w*|examin\w*|inspect\w*|investigat\w*|review\w*|look\w* (?:at|into)))\b"
)
"""« la Cour a-t-elle contrôlé… »."""
THERE_IS = re.compile(
    rf"\b(?:y a|ya|existe\w*|avez|fait|ecrit|publie\w*|trouve\w*|cherche\w*|connai\w+|is there|have|parle\w*"
    rf"|veux|voudrais)\b.{{0,30}}\b{_REPORT}\b|^\W*(?:un|une|a) {_REPORT}\b"
    r"|\b(?:a|ont) (?:sorti|fait|publie|ecrit|dit|pondu) (?:un |des )?(?:trucs?|quelque chose|qq?ch\w*)\b"
    r"(?! (?:depuis|since))"
    r"|\ben (?:a (?:deja )?)?parle\b"
    rf"|^(?!.*\b(?:quand|comment|quoi|qui|when|how|what|who)\b).*{_EXAMINED}"
)
"""« y a-t-il un rapport sur… », « je parle du rapport sur… »: the report, and nothing of it."""
_ON = re.compile(
    rf"\b{_REPORT}\b.{{0,60}}?\b(?:sur|concernant|a propos d\w*|parl\w+ d\w*|au sujet d\w*|on|about)\b"
    rf"|{_EXAMINED}"
)


def on_what(text: str) -> str:
    """What a report is said to be on, where the message names a report and what on."""
    found = _ON.search(words_apart(text))
    rest = text[found.end() :] if found and len(words_apart(text)) == len(text) else ""
    return rest if content_stems(rest) else text
