"""Requests and responses as the public contract has them; OpenAPI is generated from these."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool

from actions.answer import Status
from actions.question import LONGEST

Lang = Literal["fr", "en"]
LONGEST_COMMENT = 500
RASA_SENDER = "default"
"""Rasa's name for a sender who gives none."""


def _readable(text: str) -> str:
    """What a person can have typed: something visible, and no NUL (no database keeps one)."""
    if "\x00" in text:
        raise ValueError("must not contain the character NUL")
    if not any(letter.isprintable() and not letter.isspace() for letter in text):
        raise ValueError("must not be empty")
    return text


def _without_nul(text: str) -> str:
    if "\x00" in text:
        raise ValueError("must not contain the character NUL")
    return text


def _as_rasa_names(sender: object) -> object:
    """Rasa takes a number for the name of a sender too, and names one who has none."""
    if sender is None:
        return RASA_SENDER
    return str(sender) if isinstance(sender, int | float) else sender


MessageText = Annotated[str, Field(min_length=1, max_length=LONGEST), AfterValidator(_readable)]


class MessageRequest(BaseModel):
    """A message to the assistant."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": "Combien d'EIG dans la promotion 3 ?", "lang": "fr"}]}
    )

    text: MessageText = Field(description="what the person says")
    conversation_id: str | None = Field(
        None, max_length=200, description="as returned by the first answer; absent to begin a conversation"
    )
    lang: Lang | None = Field(
        None, description="`en` asks for English; absent, the question's language decides"
    )


class Paragraph(BaseModel):
    """A paragraph of plain text."""

    type: Literal["paragraph"]
    text: str


class ItemList(BaseModel):
    """Short items of equal rank."""

    type: Literal["list"]
    title: str | None
    items: list[str]


class Table(BaseModel):
    """Rows of text under named columns."""

    type: Literal["table"]
    caption: str | None
    columns: list[str]
    rows: list[list[str]]


class Quote(BaseModel):
    """Verbatim words; `source` is the id of one of the answer's sources."""

    type: Literal["quote"]
    text: str
    source: str
    heading: str | None


class Point(BaseModel):
    """A value, and how a person reads it."""

    label: str
    value: float
    text: str


class Figure(BaseModel):
    """A quantity over years or categories, in one unit."""

    type: Literal["figure"]
    title: str
    unit: str | None
    points: list[Point]


Block = Annotated[Paragraph | ItemList | Table | Quote | Figure, Field(discriminator="type")]


class Source(BaseModel):
    """Where a statement comes from."""

    id: str
    title: str
    publisher: str | None
    url: str | None
    locator: str | None = Field(description="section, page or paragraph")
    date: str | None = Field(description="publication date, when known")
    as_of: str | None = Field(description="date on which the fact was checked")
    quote: str | None = Field(description="verbatim words of the source")
    report: str | None = Field(description="report id, when the source is a report")


class QuickReply(BaseModel):
    """A choice offered: its label, and the text to send when it is chosen."""

    label: str
    text: str


class Link(BaseModel):
    """A page worth opening next."""

    label: str
    url: str


class Contact(BaseModel):
    """Whom to write to, with a message prepared; personal data removed."""

    email: str
    subject: str
    body: str
    mailto: str


class Answer(BaseModel):
    """What every form of an answer holds."""

    status: Status
    text: str = Field(description="the whole answer as plain text")
    blocks: list[Block]
    sources: list[Source] = Field(description="best first; at least one when the status is `answered`")
    quick_replies: list[QuickReply]
    links: list[Link]


class MessageResponse(Answer):
    """An answer in its conversation."""

    conversation_id: str
    message_id: str
    lang: Lang = Field(description="language of the answer")
    contact: Contact | None


class Understood(BaseModel):
    """How one part of the question was understood."""

    intent: str | None
    confidence: float | None


class Explanation(Answer):
    """Why an answer was given."""

    message_id: str
    question: str = Field(description="the question, personal data removed")
    lang: Lang
    intent: str | None
    confidence: float | None
    understood: list[Understood] = Field(description="one entry for each question of the message")
    rows: list[str] = Field(description="rows of the knowledge base used, as `table:id`")


class FeedbackRequest(BaseModel):
    """An opinion on an answer; a later one replaces it."""

    helpful: StrictBool
    comment: Annotated[str, Field(max_length=LONGEST_COMMENT), AfterValidator(_without_nul)] | None = None


class FeedbackResponse(BaseModel):
    """The opinion as it was kept."""

    message_id: str
    helpful: bool


class RestMessage(BaseModel):
    """A message of Rasa's REST channel; fields of other clients are ignored."""

    sender: Annotated[
        str, Field(max_length=255), BeforeValidator(_as_rasa_names), AfterValidator(_without_nul)
    ] = RASA_SENDER
    message: Annotated[str, Field(max_length=LONGEST), AfterValidator(_without_nul)] | None = Field(
        None, description="an empty one is answered as one that is not understood"
    )
    metadata: Any = Field(None, description="`lang` (fr, en) is taken from here")


class RestButton(BaseModel):
    """A button of Rasa's REST channel."""

    title: str
    payload: str


class RestReply(BaseModel):
    """An answer of Rasa's REST channel; `custom` holds the answer as `POST /api/v1/messages` gives it."""

    recipient_id: str
    text: str
    buttons: list[RestButton] | None = None
    custom: MessageResponse
