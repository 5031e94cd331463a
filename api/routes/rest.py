"""The REST channel of Rasa, so that its existing clients work unchanged.

There the client names the sender. That name becomes a conversation of a namespace of its own, from
which no conversation begun through ``/api/v1/messages`` can be reached.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from fastapi.routing import APIRoute

from api.dependencies import AssistantDep, ServiceDep
from api.models import MessageResponse, RestButton, RestMessage, RestReply
from api.problems import responses

UNSAID = "?"
"""What is heard where a message is empty or missing, which Rasa takes for one that it does not understand."""


class _AlwaysJson(APIRoute):
    """Reads the body as JSON whatever its type says, as Rasa's channel does."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of a request whose type is put right first."""
        handle = super().get_route_handler()

        async def as_json(request: Request) -> Response:
            others = [pair for pair in request.scope["headers"] if pair[0] != b"content-type"]
            headers = [*others, (b"content-type", b"application/json")]
            return await handle(Request({**request.scope, "headers": headers}, request.receive))

        return as_json


router = APIRouter(prefix="/webhooks/rest", tags=["Rasa"], route_class=_AlwaysJson)


@router.get("/", summary="Whether the channel is there", include_in_schema=False)
def channel_health() -> dict[str, str]:
    """What Rasa's own channel says of itself."""
    return {"status": "ok"}


@router.post(
    "/webhook",
    summary="Ask a question as a Rasa client",
    response_model=list[RestReply],
    response_model_exclude_unset=True,
    responses=responses(400, 413, 422, 429, 503),
)
async def webhook(
    message: RestMessage, service: ServiceDep, assistant: AssistantDep, stream: str = ""
) -> list[RestReply] | Response:
    """Answer as Rasa's REST channel does, but never with an empty list: a failure is a problem document.

    With `stream=true` each answer is a line of JSON.
    """
    asked = message.metadata.get("lang") if isinstance(message.metadata, dict) else None
    lang = asked if asked in ("fr", "en") else None
    text = message.message or ""
    said = text if text.strip() else UNSAID
    reply = await service.metrics.measured(assistant.ask_as(message.sender, said, lang))
    custom = MessageResponse.model_validate(reply.to_dict())
    answer = RestReply(recipient_id=message.sender, text=reply.answer.text, custom=custom)
    if custom.quick_replies:
        answer.buttons = [
            RestButton(title=choice.label, payload=choice.text) for choice in custom.quick_replies
        ]
    if stream.lower() == "true":
        line = answer.model_dump_json(exclude_unset=True)
        return Response(f"{line}\n", media_type="text/event-stream")
    return [answer]
