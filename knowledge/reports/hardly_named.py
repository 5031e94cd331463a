"""Words that stand in the name of a body and yet name it not: of a ministry its matter, of others a town."""

import re
from collections.abc import Set

from knowledge.reports.communes import is_commune
from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import name_tokens
from knowledge.text import fold

_OF_SEVERAL = re.compile(r"\b(?:les|des|aux|ces|mes|ses|nos|vos|leurs) ([a-z]+[sx])\b")
_AREAS = frozenset(("commune", "intercommunality", "department", "region", "place"))


def is_hardly_named(body: OrganisationRow, said: Set[str], capitals: Set[str]) -> bool:
    """Whether the tokens ``said`` of a name, without a word for its kind, leave open whether it is meant.

    « logement » is the matter of a ministry, which its name alone with a capital (« la Culture ») may mean;
    « à Paris » is the town before any national company with it in its name.
    """
    if body.kind == "ministry":
        return not said & capitals
    national = not body.department and body.kind not in _AREAS
    return national and all(map(is_commune, said))


def of_several(text: str) -> frozenset[str]:
    """The tokens of things of which there are several, in small letters: « les fours » is no town of Four."""
    nouns = {match[1] for match in _OF_SEVERAL.finditer(fold(text)) if match[1] in text}
    return frozenset(token for noun in nouns for token in name_tokens(noun) if token != noun)
