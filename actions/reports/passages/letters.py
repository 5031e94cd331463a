"""What letters to ministers and mayors say beside their findings: how to reply, greetings, the signature."""

from __future__ import annotations

import re

from knowledge.text import fold

_FORMULA = re.compile(
    r"\W*(?:(?:enfin|par ailleurs|en outre|a cet egard),? )?(?:"
    r"je (?:vous|precise|tiens a vous)\b|veuillez\b"
    r"|j['’ ](?:appelle votre|en informe|en adresse|informe ce jour)\b"
    r"|deux mois apres son envoi, le present refere\b"
    r"|dans le respect des secrets proteges par la loi, la cour\b"
    r"|a defaut, votre reponse\b|ce compte rendu doit etre adresse a la cour\b"
    r"|l['’ ]article l\.? ?143-[\d-]+ prevoit que, en tant que destinataire\b)"
)
_BEGINNING = 160
"""Characters at the start of a line that tell a formula, the longest of which is half as long."""
_SIGNATURE = re.compile(r"(?:[A-ZÀ-Ý][\w’'-]+ ?){2,4}|[\W_]*(?:o0o)?[\W_]*")
"""A line with a name and nothing else, or a rule of signs."""


def without_formulas(text: str) -> str:
    """The passage without the formulas of a letter at its start and end; none of it when it has nothing else.

    A letter asks for a reply and is signed: no question is answered by that.
    """
    lines = text.split("\n")
    if not any(map(_is_formula, lines)):
        return text
    said = [at for at, line in enumerate(lines) if not _is_formula(line) and not _SIGNATURE.fullmatch(line)]
    return "\n".join(lines[said[0] : said[-1] + 1]) if said else ""


def _is_formula(line: str) -> bool:
    return _FORMULA.match(fold(line[:_BEGINNING])) is not None
