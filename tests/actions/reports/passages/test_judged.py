"""What is told of a report as a whole begins with the sentence that judges it."""

from __future__ import annotations

import pytest

from actions.reports.passages.judged import judged_first
from knowledge.reports.models import PassageHit, Place, ReportSummary

_REPORT = ReportSummary("r1", "Commune de Valbrune", None, None, None, None, None, None, None)
_PRESENTS = "La commune de Valbrune compte 3 000 habitants et vit du tourisme."
_LONG = (
    "Malgré une embellie au début de la période, la situation financière de Valbrune s’est dégradée, "
    + "avec des charges qui croissent plus vite que les produits, " * 6
    + "et un endettement élevé."
)


def _hit(text: str) -> PassageHit:
    return PassageHit(_REPORT, Place("a", ()), 1, "text", text, "", 1.0, 1.0, (), "")


@pytest.mark.parametrize(
    "verdict",
    [
        "La situation financière, sans être inquiétante, invite à la vigilance.",
        "Au 31 décembre, sa situation financière n’inspirait aucune inquiétude particulière.",
        "Si sa situation financière n’est pas préoccupante à ce jour, la ville devra rester attentive.",
        "Sa situation budgétaire et financière, actuellement saine, devrait se maintenir.",
        "Elle se trouve dans une situation financière qui compromet ses investissements.",
        "La situation financière de l’établissement est revenue à l’équilibre.",
        _LONG,
    ],
)
def test_the_judgement_on_the_finances_comes_first_whatever_follows_it(verdict: str) -> None:
    told = judged_first([_hit(_PRESENTS), _hit(f"Le budget est voté en mars. {verdict}")], _REPORT.title, 2)
    assert told[0].text == verdict


@pytest.mark.parametrize(
    "sentence",
    [
        "Elle pourrait connaître une situation financière relativement sereine.",
        "Au vu de cette situation financière dégradée, la chambre recommande un suivi.",
        "Le contrôle a porté sur la situation financière de la commune.",
        "L’équilibre financier du service repose sur les usagers.",
    ],
)
def test_what_may_be_or_is_only_examined_is_no_judgement(sentence: str) -> None:
    hits = [_hit(_PRESENTS), _hit(sentence)]
    assert [hit.text for hit in judged_first(hits, "Rapport annuel", 2)] in (
        [hit.text for hit in hits],
        [hit.text for hit in hits[::-1]],
    )
