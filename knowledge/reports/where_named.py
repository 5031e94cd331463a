"""Names said for where something lies: in an area, near a town, in one of several towns."""

from collections.abc import Sequence

from knowledge.reports.name_forms import ends_beside, ends_within
from knowledge.reports.organisation_index import AREAS, NameMatch

_ARTICLES, _WITHIN = frozenset("le la les l".split()), frozenset(("dans", "en"))
"""The words before the name of an area where something lies."""


def is_where(tokens: Sequence[str], match: NameMatch) -> bool:
    """Whether a department or region is named as the place where something lies: « la fibre dans l'Oise » may
    be the business of a syndicate there.
    """
    if match.form.organisation.kind not in AREAS or not match.places:
        return False
    before = [token for token in tokens[: min(match.places)] if token not in _ARTICLES]
    return bool(before) and before[-1] in _WITHIN


def is_beside(tokens: Sequence[str], match: NameMatch) -> bool:
    """Whether a body is named for what lies near it: « une commune près de Vannes » is not Vannes; or for one
    of its towns.
    """
    before = tokens[: min(match.places, default=0)]
    within = match.form.organisation.kind == "intercommunality" and ends_within(before)
    return within or ends_beside(before)
