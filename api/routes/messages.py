"""``POST /api/v1/messages``: one message, one answer."""

from __future__ import annotations

from fastapi import APIRouter, Request

from api.dependencies import AssistantDep, JsonBody, ServiceDep
from api.models import MessageRequest, MessageResponse
from api.problems import responses

router = APIRouter(tags=["conversation"])


@router.post(
    "/messages",
    summary="Ask a question",
    dependencies=[JsonBody],
    responses=responses(400, 404, 413, 415, 422, 429, 503),
)
async def post_message(
    request: Request, message: MessageRequest, service: ServiceDep, assistant: AssistantDep
) -> MessageResponse:
    """Answer one message. Without `conversation_id` a conversation begins and its id is returned."""
    request.state.lang = message.lang
    reply = await service.metrics.measured(assistant.ask(message.text, message.conversation_id, message.lang))
    return MessageResponse.model_validate(reply.to_dict())
