"""The REST channel of Rasa, so that its existing clients work unchanged.

There the client names the sender. That name becomes a conversation of a namespace of its own, from
which no conversation begun through ``/api/v1/messages`` can be reached.
"""

from __future__ import annotations

from fastapi import APIRouter

from api.dependencies import AssistantDep, JsonBody, ServiceDep
from api.models import MessageResponse, RestButton, RestMessage, RestReply
from api.problems import responses

router = APIRouter(prefix="/webhooks/rest", tags=["Rasa"])


@router.get("/", summary="Whether the channel is there", include_in_schema=False)
def channel_health() -> dict[str, str]:
    """What Rasa's own channel says of itself."""
    return {"status": "ok"}


@router.post(
    "/webhook",
    summary="Ask a question as a Rasa client",
    dependencies=[JsonBody],
    response_model_exclude_unset=True,
    responses=responses(400, 413, 415, 422, 429, 503),
)
async def webhook(message: RestMessage, service: ServiceDep, assistant: AssistantDep) -> list[RestReply]:
    """Answer as Rasa's REST channel does, but never with an empty list: a failure is a problem document."""
    asked = (message.metadata or {}).get("lang")
    lang = asked if asked in ("fr", "en") else None
    reply = await service.metrics.measured(assistant.ask_as(message.sender, message.message, lang))
    custom = MessageResponse.model_validate(reply.to_dict())
    said = RestReply(recipient_id=message.sender, text=reply.answer.text, custom=custom)
    if custom.quick_replies:
        said.buttons = [
            RestButton(title=choice.label, payload=choice.text) for choice in custom.quick_replies
        ]
    return [said]
