"""The pages a person reads: the conversation, its answers, what stands behind it, and a demonstration.

``router`` is what the application includes, ``error_page`` and ``for_whom`` what people get for an error;
``takes_questions`` names the pages that keep a question that is refused;
``content_security_policy`` gives the policy of a page, for an application that sets headers in one place.
"""

from __future__ import annotations

from fastapi import APIRouter

from api.pages import assets, content, conversation, demo, desk, report_list, reports
from api.pages.conversation import takes_questions
from api.pages.errors import error_page, for_whom
from api.pages.policy import content_security_policy

router = APIRouter(include_in_schema=False)
for _pages in (conversation, content, demo, report_list, reports, desk, assets):
    router.include_router(_pages.router)

__all__ = ["content_security_policy", "error_page", "for_whom", "router", "takes_questions"]
