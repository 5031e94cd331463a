"""``POST /api/v1/messages``: one message, one answer."""

from __future__ import annotations

import time
from collections.abc import Awaitable

from fastapi import APIRouter

from actions.answer import Reply
from api.dependencies import AssistantDep, JsonBody, ServiceDep
from api.models import MessageRequest, MessageResponse
from api.problems import ProblemError, responses
from api.service import Service

router = APIRouter(tags=["conversation"])


@router.post(
    "/messages",
    summary="Ask a question",
    dependencies=[JsonBody],
    responses=responses(400, 404, 413, 415, 422, 429, 503),
)
async def post_message(
    message: MessageRequest, service: ServiceDep, assistant: AssistantDep
) -> MessageResponse:
    """Answer one message. Without `conversation_id` a conversation begins and its id is returned."""
    reply = await measured(service, assistant.ask(message.text, message.conversation_id, message.lang))
    return MessageResponse.model_validate(reply.to_dict())


async def measured(service: Service, answering: Awaitable[Reply]) -> Reply:
    """Await the reply, count it and time it; a text the assistant cannot take is the caller's mistake."""
    started = time.perf_counter()
    try:
        reply = await answering
    except ValueError as error:
        raise ProblemError(422, f"text: {error}") from error
    except Exception:
        service.metrics.failures.inc()
        raise
    service.metrics.seconds.observe(time.perf_counter() - started)
    service.metrics.messages.labels(reply.answer.status).inc()
    return reply
