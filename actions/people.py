"""People named publicly with a challenge: which challenge, in which role; nothing more."""

from __future__ import annotations

from actions.answer import Answer, ItemList, Paragraph
from actions.compose import answered, clarify, not_found, reply, source_of
from actions.desk import Desk
from actions.question import Question
from actions.topic import answers
from actions.wording import say
from knowledge.challenges import challenges_by_id, involvements_of
from knowledge.citations import citations_of


@answers("person_lookup")
def person(question: Question, desk: Desk) -> Answer:
    """The challenges of one person; two people of one name are asked about."""
    names = question.values("person")
    if not names:
        return not_found(question, desk, say(question.lang, "no_such_person"))
    if len(names) > 1:
        replies = [reply(name, say(question.lang, "ask_about_person", name=name)) for name in names[:4]]
        return clarify(question, say(question.lang, "which_person"), replies)
    involvements = involvements_of(desk.base, names[0])
    found = {c.id: c for c in challenges_by_id(desk.base, [i.challenge for i in involvements])}
    lines, sources = [], []
    for item in involvements:
        challenge = found[item.challenge]
        promotion = desk.promotion(challenge.promotion)
        label = promotion.label(question.lang) if promotion else challenge.promotion
        lines.append(
            say(
                question.lang, f"involvement_{item.role}", name=item.person, challenge=challenge.name,
                promotion=label, job=f" ({item.job})" if item.job else "",
                administration=challenge.administration_text,
            )
        )  # fmt: skip
        sources += [
            source_of(c, challenge.page_url) for c in citations_of(desk.base, "challenge", challenge.id)[:1]
        ]
    block = Paragraph(lines[0]) if len(lines) == 1 else ItemList(tuple(lines))
    replies = [
        reply(c.name, say(question.lang, "ask_about_challenge", name=c.name))
        for c in list(found.values())[:3]
    ]
    return answered(
        [block], sources, rows=[f"challenge:{i.challenge}" for i in involvements], quick_replies=replies
    )
