"""Why an answer was given, and what people thought of it."""

from __future__ import annotations

from fastapi import APIRouter

from api.dependencies import AssistantDep, JsonBody
from api.models import Explanation, FeedbackRequest, FeedbackResponse
from api.problems import ProblemError, responses

router = APIRouter(tags=["conversation"])
_UNKNOWN = "Unknown message_id."


@router.get("/answers/{message_id}", summary="Why this answer", responses=responses(404, 422, 503))
def get_answer(message_id: str, assistant: AssistantDep) -> Explanation:
    """The question, its status, how it was understood, the rows and the sources used; no personal data."""
    explained = assistant.explain(message_id)
    if explained is None:
        raise ProblemError(404, _UNKNOWN)
    return Explanation.model_validate(explained)


@router.post(
    "/messages/{message_id}/feedback",
    summary="Say whether an answer helped",
    dependencies=[JsonBody],
    responses=responses(400, 404, 413, 415, 422, 429, 503),
)
def post_feedback(message_id: str, opinion: FeedbackRequest, assistant: AssistantDep) -> FeedbackResponse:
    """Keep an opinion on an answer; a later one on the same answer replaces it."""
    if not assistant.feedback(message_id, opinion.helpful, opinion.comment):
        raise ProblemError(404, _UNKNOWN)
    return FeedbackResponse(message_id=message_id, helpful=opinion.helpful)
