"""The conversation as a page, with and without JavaScript, and the page of one answer."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from sqlalchemy.exc import SQLAlchemyError

from actions.answer import Lang, Reply
from actions.wording import topic
from api.pages.policy import EMBED_PATH
from api.pages.ports import StillLoading, assistant_of, metrics_of
from api.pages.render import language, render
from api.pages.wording import EXAMPLES, WORDS
from bot.errors import BadText, NotReady, UnknownConversation

_LONGEST_FORM = 32 * 1024
_UNSAID: Final[dict[str, Any]] = {
    **dict.fromkeys(("question", "text"), ""),
    **dict.fromkeys(("status", "intent", "confidence", "lang")),
    **dict.fromkeys(("blocks", "sources", "rows"), ()),
}
logger = logging.getLogger(__name__)

router = APIRouter()


def takes_questions(path: str) -> bool:
    """Whether a page has the form for questions, and shows one again that is refused."""
    return path in ("/", EMBED_PATH)


@dataclass(frozen=True)
class _Asked:
    """What the form sends: the question, and the conversation it belongs to when there is one."""

    text: str
    conversation_id: str | None


def _page(
    request: Request, lang: Lang, status: int = 200, *, question: str = "", **context: Any
) -> HTMLResponse:
    embedded = request.url.path == EMBED_PATH
    values: dict[str, Any] = {"answer": None, "error": None, "conversation_id": None, "message_id": None}
    response = render(
        request,
        "embed.html" if embedded else "conversation.html",
        status,
        lang=lang,
        question=question,
        examples=EXAMPLES[lang],
        embedded=embedded,
        **(values | context),
    )
    if request.method == "POST":
        response.headers["Cache-Control"] = "no-store"
    return response


@router.get("/", response_class=HTMLResponse)
@router.get(EMBED_PATH, response_class=HTMLResponse)
def conversation(request: Request) -> HTMLResponse:
    """The conversation over the whole page, or alone for a frame of another site."""
    return _page(request, language(request))


async def _asked(request: Request) -> _Asked:
    body = await request.body()
    if len(body) > _LONGEST_FORM:
        raise BadText("the form is too long")
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=10)
    except ValueError as error:
        raise BadText("the form has too many fields") from error
    return _Asked(
        text=fields.get("text", [""])[0].replace("\r\n", "\n").strip(),
        conversation_id=fields.get("conversation_id", [None])[0],
    )


async def _reply(request: Request, asked: _Asked, lang: str | None) -> Reply:
    """The reply in the form's conversation, in a new one when the server has forgotten it."""
    assistant, measured = assistant_of(request), metrics_of(request).measured
    try:
        return await measured(assistant.ask(asked.text, asked.conversation_id, lang))
    except UnknownConversation:
        return await measured(assistant.ask(asked.text, None, lang))


@router.post("/", response_class=HTMLResponse)
@router.post(EMBED_PATH, response_class=HTMLResponse)
async def ask(request: Request) -> HTMLResponse:
    """One question and its answer, for a browser that runs no script."""
    lang = language(request)
    words = WORDS[lang]
    text = ""
    try:
        asked = await _asked(request)
        text = asked.text
        if wait := getattr(request.state, "wait", None):  # too many from this address
            return _busy(request, lang, text, wait)
        reply = await _reply(request, asked, "en" if lang == "en" else None)
    except BadText:
        return _page(request, lang, 422, question=text, error=words["error_text"])
    except StillLoading:
        return _page(request, lang, 503, question=text, error=words["error_ready"])
    except SQLAlchemyError as error:  # its other lines hold what was asked
        logger.error("the database of conversations failed: %s", str(error).splitlines()[0])
        return _page(request, lang, 503, question=text, error=words["error_server"])
    except NotReady as error:
        logger.error("no answer: %s", error)
        return _page(request, lang, 503, question=text, error=words["error_server"])
    except Exception:  # the question is kept, whatever failed
        logger.exception("a question sent by form was not answered")
        return _page(request, lang, 503, question=text, error=words["error_server"])
    return _page(
        request,
        lang,
        question=text,
        answer=reply.answer.to_dict(),
        answer_lang=reply.lang,
        conversation_id=reply.conversation_id,
        message_id=reply.message_id,
    )


def _busy(request: Request, lang: Lang, text: str, wait: int) -> HTMLResponse:
    response = _page(request, lang, 429, question=text, error=WORDS[lang]["error_busy"].format(wait))
    response.headers["Retry-After"] = str(wait)
    return response


@router.get("/answers/{message_id}", response_class=HTMLResponse)
def answer(request: Request, message_id: str) -> HTMLResponse:
    """Why an answer was given: the question as understood and the sources; the API gives the rows as well."""
    try:
        explained = assistant_of(request).explain(message_id)
    except StillLoading:
        return render(request, "missing.html", 503, message=WORDS[language(request)]["error_ready"])
    if explained is None:
        return render(request, "missing.html", 404, message=WORDS[language(request)]["missing_answer"])
    about = topic(language(request), str(explained.get("intent") or ""))
    response = render(request, "answer.html", explained=_UNSAID | explained, topic=about)
    response.headers.update({"X-Robots-Tag": "noindex", "Cache-Control": "no-store"})
    return response
