"""An OpenAPI description as what a page shows: operations by subject, then the shapes they use."""

from __future__ import annotations

from typing import Any

_TAGS = {
    "conversation": "Conversation",
    "programme": "The programme",
    "reports": "Public reports",
    "Rasa": "Rasa clients",
    "operation": "Operation",
}
Json = dict[str, Any]


def outline(description: Json) -> Json:
    """Title, version, groups of operations, and shapes, for the template."""
    operations = [
        _operation(path, method, operation)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    ]
    tags = list(dict.fromkeys([*_TAGS, *(operation["tag"] for operation in operations)]))
    groups = [(_TAGS.get(tag, tag.capitalize()), [o for o in operations if o["tag"] == tag]) for tag in tags]
    shapes = description.get("components", {}).get("schemas", {})
    return {
        "info": description["info"],
        "groups": [group for group in groups if group[1]],
        "shapes": [_shape(name, schema) for name, schema in sorted(shapes.items())],
    }


def _operation(path: str, method: str, operation: Json) -> Json:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    return {
        "anchor": f"{method}{path}".replace("/", "-").replace("{", "").replace("}", ""),
        "tag": (operation.get("tags") or ["other"])[0],
        "method": method.upper(),
        "path": path,
        "summary": operation.get("summary", ""),
        "text": operation.get("description", ""),
        "parameters": [_parameter(parameter) for parameter in operation.get("parameters", [])],
        "body": type_of(body) if body else None,
        "answers": [_answer(status, answer) for status, answer in operation["responses"].items()],
    }


def _parameter(parameter: Json) -> Json:
    schema = parameter.get("schema", {})
    return {
        "name": parameter["name"],
        "where": parameter["in"],
        "required": parameter.get("required", False),
        "type": type_of(schema),
        "text": parameter.get("description", schema.get("description", "")),
    }


def _answer(status: str, answer: Json) -> Json:
    content: Json = answer.get("content", {})
    media, shape = next(iter(content.items()), ("", {}))
    schema = shape.get("schema", {}) if isinstance(shape, dict) else {}
    return {"status": status, "text": answer.get("description", ""), "media": media, "type": type_of(schema)}


def _shape(name: str, schema: Json) -> Json:
    required = set(schema.get("required", ()))
    fields = [
        {
            "name": field,
            "required": field in required,
            "type": type_of(value),
            "text": value.get("description", ""),
        }
        for field, value in schema.get("properties", {}).items()
    ]
    return {"name": name, "text": schema.get("description", ""), "fields": fields}


def type_of(schema: Json) -> list[tuple[str, str | None]]:
    """A type as pieces of text, each with the shape it links to: « list of », « Source »."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return [(name, name)]
    for union in ("anyOf", "oneOf"):
        if union in schema:
            return _joined([type_of(option) for option in schema[union]])
    if "const" in schema:
        return [(f"“{schema['const']}”", None)]
    if "enum" in schema:
        return [(" | ".join(f"“{value}”" for value in schema["enum"]), None)]
    if schema.get("type") == "array":
        return [("list of ", None), *type_of(schema.get("items", {}))]
    return [(_plain(schema), None)] if "type" in schema else []


def _joined(options: list[list[tuple[str, str | None]]]) -> list[tuple[str, str | None]]:
    pieces: list[tuple[str, str | None]] = []
    for option in options:
        pieces += [(" | ", None), *option] if pieces else option
    return pieces


def _plain(schema: Json) -> str:
    limits = [
        f"{word} {schema[key]}"
        for key, word in (
            ("minLength", "at least"),
            ("maxLength", "at most"),
            ("minimum", "from"),
            ("maximum", "to"),
        )
        if key in schema
    ]
    kind = f"{schema['type']} ({schema['format']})" if "format" in schema else str(schema["type"])
    return f"{kind}, {' '.join(limits)}" if limits else kind
