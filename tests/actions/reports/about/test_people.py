"""To whom a letter is addressed, who signed it, who headed the body, who runs a thing, whether it replied."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from actions.answer import Answer, Quote
from actions.reports.about.account import addressees, heads, replies, signatory
from actions.reports.about.people_asked import asks_for_a_name, people_asked
from actions.reports.answers import ask_reports
from actions.reports.follow_ups.going_on import is_sure_alone
from knowledge.reports.base import ReportBase
from knowledge.reports.document import Document
from knowledge.reports.extracted import Extraction, OrganisationMention
from knowledge.reports.ingest import add
from tests.actions.report_base import asked, desk_with, focus_after, follow
from tests.knowledge.reports.builders import HTML_HEAD, StubExtractor
from tests.knowledge.reports.invented import Report, write_reports

_LETTER = """
<div class ="pg1"><p>Le Premier président</p></div>
<div class ="table-grid"><p><table class = "table"><tr><td>à</td><td>Madame Odile Fictive</td>
<td>Ministre des ponts</td></tr><tr><td>Réf. : S2016-1</td><td>Objet : Les ponts de Grisemer</td></tr>
</table></p></div>
<div class ="heading-1"><h1>Les ponts</h1></div>
<div class ="normal"><p>Les ponts de Grisemer ne sont pas visités assez souvent.</p></div>
<div class ="normal"><p>Je vous serais obligé de me faire connaître votre réponse.</p></div>
<div class ="normal"><p>Didier Dupont</p></div>
"""
_REPORT = """
<div class ="normal"><p>Monsieur le Maire,</p></div>
<div class ="normal"><p>Vous trouverez ci-joint le rapport, accompagné de la réponse reçue.</p></div>
<div class ="normal"><p>Je vous prie d’agréer, Monsieur le Maire, ma considération.</p></div>
<div class ="normal"><p>Anne MARTIN</p></div>
<div class ="normal"><p>Monsieur Jean DURAND</p></div>
<div class ="normal"><p>Maire de Valbrune</p></div>
<div class ="heading-1"><h1>Rappel de la procédure</h1></div>
<div class ="normal"><p>L’examen de la gestion a été ouvert par lettre du président de la chambre adressée à
M. Jean Durand, maire depuis 2014, et à Mme Odile Petit, ancienne ordonnatrice. M. Durand a répondu par
courrier enregistré au greffe le 3 mars 2016.</p></div>
<div class ="heading-1"><h1>Les arènes</h1></div>
<div class ="normal"><p>Les arènes accueillent des spectacles. Cet équipement est exploité par une société
privée. L’exploitant est la société Arenova. Dans
sa réponse, le maire indique que les arènes seront rénovées avant la fin du mandat.</p></div>
"""


@dataclass(frozen=True)
class _File(Report):
    def html(self) -> bytes:
        return f"{HTML_HEAD}{self.sections['']}</body></html>".encode()


class _BodiesOnly(StubExtractor):
    def extract(self, document: Document) -> Extraction:
        title = document.metadata.title
        kind, _, town = title.partition(" de ")
        audited = OrganisationMention(title, kind.lower(), "audited", aliases=(town,), department="Brume")
        return Extraction(organisations=(audited,))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> ReportBase:
    folder = tmp_path_factory.mktemp("people")
    files = {
        "301": _File("Commune de Valbrune", {"": _REPORT}),
        "302": _File("Syndicat de Grisemer", {"": _LETTER}),
    }
    reports, path = write_reports(folder / "reports", files), folder / "data" / "reports.sqlite3"
    assert not add(reports, path, extractor=_BodiesOnly(), workers=1).skipped
    return ReportBase(path)


@pytest.fixture(scope="module")
def desk(base: ReportBase) -> Any:
    return desk_with(base)


def _quoted(answer: Answer) -> list[str]:
    assert answer.status == "answered", answer.text
    return [block.text for block in answer.blocks if isinstance(block, Quote)]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("comment s'appelle l'employé condamné ?", True),
        ("comment se nomme le diabétologue le mieux payé ?", True),
        ("quel est le nom du comptable ?", True),
        ("what is the name of the clerk?", True),
        ("comment s'appelle la piscine ?", False),
        ("quel est le nom de l'association ?", False),
        ("quel est le nom du catalogue ?", False),
        ("quel est le nom du chef-lieu ?", False),
        ("quel est le nom de ce type de contrat ?", False),
        ("je cherche l'identité de l'agent condamné", True),
        ("c ki le mec qui a pris la caisse", True),
        ("qui était l'avocat de la ville ?", True),
        ("la ville prend toujours le même avocat, c'est qui", True),
        ("l'agent qui a pris la caisse, son nom svp", True),
        ("who is the lawyer of the town?", True),
        ("l'identité visuelle de la ville", False),
        ("l'agent qui tient la caisse est-il formé ?", False),
        ("les agents sont payés par qui ?", False),
        ("que fait le comptable ?", False),
    ],
)
def test_the_name_of_somebody_is_asked_for(text: str, asks: bool) -> None:
    assert asks_for_a_name(text) is asks


def test_an_answer_that_names_nobody_is_no_answer_to_who(desk: Any) -> None:
    named = ask_reports(asked("comment s'appelle l'agent des arènes de Valbrune ?", "report_search"), desk)
    assert named.status == "not_found" and [source.report for source in named.sources][:1] == ["301"]
    told = ask_reports(asked("que dit la chambre sur la commune de Valbrune ?", "report_search"), desk)
    assert told.status == "answered"


def _on_valbrune(text: str, desk: Any) -> Answer:
    first = asked("Que dit le rapport sur la commune de Valbrune ?", "report_search")
    return follow(text, "nlu_fallback", focus_after(first, ask_reports(first, desk)), desk)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("à qui est adressé ce courrier", "addressee"),
        ("Who was this letter addressed to?", "addressee"),
        ("le destinataire du référé", "addressee"),
        ("et qui sont les ministres destinataires du référé", "addressee"),
        ("qui a signé cette lettre ?", "signatory"),
        ("qui c'est qui était maire à l'époque", "head"),
        ("ok et le directeur c ki", "head"),
        ("et son directeur ?", "head"),
        ("leur président actuel", "head"),
        ("son directeur artistique gagne combien", None),
        ("C'est qui le boss du syndicat?", "head"),
        ("qui préside le syndicat", "head"),
        ("le maire de Valbrune il s'appelle comment", "head"),
        ("QUI LES GERE", "manager"),
        ("il dit quoi du rapport", "reply"),
        ("qui est responsable ?", "head"),
        ("qui est responsable de ça ?", None),
        ("c'est la faute à qui ?", None),
        ("cest qui le delegataire", "manager"),
        ("quel est le nom de l'exploitant", "manager"),
        ("who is the operator?", "manager"),
        ("que verse le délégataire ?", None),
        ("combien gagne le responsable des achats", None),
        ("Le maire a-t-il répondu ?", "reply"),
        ("et le maire il a répondu quoi là dessus", "reply"),
        ("Did the mayor reply?", "reply"),
        ("le maire conteste ?", "reply"),
        ("et la mairie elle conteste les observations ?", "reply"),
        ("le directeur est-il d'accord ?", "reply"),
        ("est-ce que le marché est contesté par un riverain ?", None),
        ("a-t-il répondu aux critiques de la chambre ?", "reply"),
        ("l'offre répond-elle aux besoins ?", None),
        ("combien de temps pour répondre ?", None),
        ("le maire a-t-il augmenté les impôts ?", None),
        ("qui a financé les travaux ?", None),
        ("Valbrune : qui gère les arènes ?", "manager"),
        ("surveille-t-il la société qui exploite la station de ski ?", None),
        ("Qui présidait le syndicat pendant la période contrôlée ?", "head"),
    ],
)
def test_what_is_asked_of_people(text: str, what: str | None) -> None:
    assert people_asked(text) == what


def test_the_head_of_a_letter_and_its_end_tell_who_wrote_to_whom(base: ReportBase) -> None:
    (found,) = addressees(base.passages("302"), base.tables("302"))
    assert found.text == "Madame Odile Fictive\nMinistre des ponts"
    signed = signatory(base.passages("302"))
    assert signed is not None and signed.text == "Didier Dupont"


def test_a_covering_letter_tells_who_wrote_to_whom(base: ReportBase) -> None:
    (found,) = addressees(base.passages("301"), base.tables("301"))
    assert found.text == "Monsieur Jean DURAND\nMaire de Valbrune"
    signed = signatory(base.passages("301"))
    assert signed is not None and signed.text == "Anne MARTIN"


def test_the_person_under_a_line_that_says_only_to_is_written_to(base: ReportBase) -> None:
    head = "à\nOdile Fictive\nMinistre des ponts\nRéf. : S2016-1"
    passage = replace(base.passages("302")[0], section=1, kind="text", text=head)
    (found,) = addressees([passage], [])
    assert found.text == "Odile Fictive\nMinistre des ponts"
    assert not addressees([replace(passage, text="à\nla suite de quoi\nMinistre")], [])


def test_the_president_of_the_chamber_heads_no_body(base: ReportBase) -> None:
    assert not heads(base.passages("302"), "président", frozenset())
    told = heads(base.passages("301"), "maire", frozenset({"valbrune"}))
    assert len(told) == 1 and "maire depuis 2014" in told[0].text


def test_a_formula_that_asks_for_a_reply_tells_of_none(base: ReportBase) -> None:
    assert not replies(base.passages("302"))
    assert len(replies(base.passages("301"))) == 2


@pytest.mark.parametrize(
    "text", ["qui c'est qui était maire à l'époque", "le maire s'appelait comment, c ki ?"]
)
def test_who_headed_a_body_is_quoted_from_its_report(desk: Any, text: str) -> None:
    quotes = _quoted(_on_valbrune(text, desk))
    assert quotes[0] == "Monsieur Jean DURAND\nMaire de Valbrune"
    assert "maire depuis 2014" in quotes[1]


def test_who_headed_a_body_named_is_no_question_to_the_programme(desk: Any) -> None:
    first = asked("Que dit le rapport sur la commune de Valbrune ?", "report_search")
    focus = focus_after(first, ask_reports(first, desk))
    heard = replace(
        asked("qui c'est qui était maire à l'époque", "programme_operator", focus), confidence=0.99
    )
    assert not is_sure_alone(heard)


def test_another_office_is_not_the_head(desk: Any) -> None:
    answer = ask_reports(asked("Valbrune : qui est le directeur des achats ?", "report_search"), desk)
    assert "Jean Durand" not in answer.text


def test_an_office_that_no_passage_names_is_refused(desk: Any) -> None:
    question = asked("Syndicat de Grisemer : qui était le maire ?", "report_search")
    answer = ask_reports(question, desk)
    assert answer.status == "not_found"


def test_who_runs_a_thing_is_told_with_the_sentence_that_names_it(desk: Any) -> None:
    answer = ask_reports(asked("Commune de Valbrune : qui gère les arènes ?", "report_search"), desk)
    assert _quoted(answer)[0].endswith("Cet équipement est exploité par une société privée.")


def test_whether_a_reply_came_is_told_and_that_its_text_is_not_there(desk: Any) -> None:
    answer = _on_valbrune("Le maire a-t-il répondu ?", desk)
    assert "n'est pas dans le fichier" in answer.text
    assert any("enregistré au greffe le 3 mars 2016" in text for text in _quoted(answer))


def test_what_was_replied_is_first_what_the_report_recounts_of_it(desk: Any) -> None:
    quotes = _quoted(_on_valbrune("que répond le maire sur les arènes ?", desk))
    assert quotes[0].startswith("Dans sa réponse, le maire indique que les arènes")


def test_a_firm_is_named_where_the_operator_is_asked_for(desk: Any) -> None:
    told = _quoted(_on_valbrune("c'est qui l'exploitant ?", desk))
    assert any("Arenova" in one for one in told)
