"""The words of problem documents: written in English where they arise, translated here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from actions.answer import Lang

FRENCH: Final[Mapping[str, str]] = {
    "The request could not be read.": "La requête n’a pas pu être lue.",
    "There is nothing at this address.": "Il n’y a rien à cette adresse.",
    "This address does not take this method.": "Cette adresse n’accepte pas cette méthode.",
    "The server failed to handle the request; the failure has been logged.": "Le serveur n’a pas pu traiter "
    "la requête ; l’erreur est notée dans son journal.",
    "The assistant cannot answer at the moment; try again in a minute.": "L’assistant ne peut pas répondre "
    "pour le moment ; réessayez dans une minute.",
    "The body is not a JSON document.": "Le corps de la requête n’est pas un document JSON.",
    "The body is larger than {size} KiB.": "Le corps de la requête dépasse {size} Kio.",
    "Send the body as application/json.": "Envoyez le corps de la requête en application/json.",
    "Too many requests from this address; try again in {wait} s.": "Trop de requêtes depuis cette adresse ; "
    "réessayez dans {wait} s.",
    "Unknown conversation_id: leave it out to begin a conversation.": "conversation_id inconnu : omettez-le "
    "pour commencer une conversation.",
    "Unknown message_id.": "message_id inconnu.",
    "There is no such challenge.": "Il n’y a pas de tel défi.",
    "There is no such promotion; known are {known}.": "Il n’y a pas de telle promotion ; il y a {known}.",
    "There is no such report.": "Il n’y a pas de tel rapport.",
    "There is no such organisation.": "Il n’y a pas de tel organisme.",
    "No such organisation.": "Il n’y a pas de tel organisme.",
    "No report can be read on this installation.": "Aucun rapport ne peut être lu sur cette installation.",
    "unknown value; there are: {known}": "valeur inconnue ; il y a : {known}",
    "Send the token of the desk as a bearer token.": "Envoyez le jeton du guichet comme jeton « Bearer ».",
    "Not ready: {stage}.": "Pas encore prêt : {stage}.",
    "Not ready: the database of conversations cannot be reached.": "Pas prêt : la base des conversations est "
    "injoignable.",
    "starting": "démarrage",
    "the knowledge base is being built": "la base de connaissances est en construction",
    "the model is being trained": "le modèle est en cours d’entraînement",
    "the assistant is being loaded": "l’assistant est en cours de chargement",
    "the start failed; the log says why": "le démarrage a échoué, le journal dit pourquoi",
    "must not be empty": "ne doit pas être vide",
    "must not contain the character NUL": "ne doit pas contenir le caractère NUL",
    "the text is empty": "le texte est vide",
    "the text is longer than 2000 characters": "le texte dépasse 2 000 caractères",
    "lang must be fr or en": "lang doit être fr ou en",
}
_REASONS: Final[Mapping[str, Mapping[Lang, str]]] = {
    "missing": {"fr": "champ obligatoire", "en": "is required"},
    "string_type": {"fr": "doit être un texte", "en": "must be a text"},
    "string_unicode": {"fr": "doit être un texte lisible", "en": "must be a text that can be read"},
    "string_too_short": {
        "fr": "{min_length} caractère(s) au moins",
        "en": "at least {min_length} character(s)",
    },
    "string_too_long": {"fr": "{max_length} caractères au plus", "en": "at most {max_length} characters"},
    "int_type": {"fr": "doit être un nombre entier", "en": "must be a whole number"},
    "int_parsing": {"fr": "doit être un nombre entier", "en": "must be a whole number"},
    "int_parsing_size": {"fr": "nombre trop grand", "en": "is too large a number"},
    "int_from_float": {"fr": "doit être un nombre entier", "en": "must be a whole number"},
    "bool_type": {"fr": "doit être true ou false", "en": "must be true or false"},
    "bool_parsing": {"fr": "doit être true ou false", "en": "must be true or false"},
    "greater_than_equal": {"fr": "doit être supérieur ou égal à {ge}", "en": "must be {ge} or more"},
    "less_than_equal": {"fr": "doit être inférieur ou égal à {le}", "en": "must be {le} or less"},
    "less_than": {"fr": "doit être inférieur à {lt}", "en": "must be less than {lt}"},
    "literal_error": {
        "fr": "valeur inconnue ; il y a : {expected}",
        "en": "unknown value; there are: {expected}",
    },
    "model_attributes_type": {"fr": "doit être un objet", "en": "must be an object"},
    "dict_type": {"fr": "doit être un objet", "en": "must be an object"},
}
_OTHER: Final[Mapping[Lang, str]] = {"fr": "valeur non valide", "en": "is not a valid value"}


def worded(text: str, lang: Lang, **values: object) -> str:
    """A sentence, written in English, in the language asked for and with its values."""
    said = FRENCH.get(text, text) if lang == "fr" else text
    shown = {name: worded(value, lang) if isinstance(value, str) else value for name, value in values.items()}
    return said.format(**shown) if values else said


def reason(error: Mapping[str, Any], lang: Lang) -> str:
    """Why a field is refused, in our words; those of a validator of ours are its own."""
    if error["type"] == "value_error":
        return worded(str(error["msg"]).removeprefix("Value error, "), lang)
    or_ = {"fr": " ou ", "en": " or "}[lang]
    context = {name: str(value).replace(" or ", or_) for name, value in error.get("ctx", {}).items()}
    return _REASONS.get(error["type"], _OTHER)[lang].format(**context)
