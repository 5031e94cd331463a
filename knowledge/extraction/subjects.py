"""Of what a figure is said: the budget, service or body that a caption or sentence names."""

import re

_SUBJECT = re.compile(
    r"\b(?P<subject>budgets? (?:principal|consolidé|annexes?(?: (?:de |du |des |d['’]"
    r"|«\s?)[^.,;:()|–—]{2,50})?)"
    r"|(?:commune|ville|communauté (?:de communes|d['’]agglomération|urbaine)|métropole|département|région"
    r"|centre hospitalier"
    r"|CCAS|SDIS|syndicat|association|société)\s(?:de |du |des |d['’]"
    r"|de la )?(?:l['’])?[A-ZÉÈÎÔ][\w’'-]+(?:[ -][A-ZÉÈÎÔ][\w’'-]+)*)"
)


def subject_in(text: str) -> str | None:
    """The first budget, service or body named in `text`, None when it names none."""
    match = _SUBJECT.search(text)
    return match["subject"].strip(" »") if match else None
