"""The JSON Schema of the record, made from the dataclasses, so that the two cannot part."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from importlib.resources import files
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from twosource.codec import exported
from twosource.model import FORMAT, Mention, Record, Selector

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
}


def record_schema() -> dict[str, Any]:
    """The schema (JSON Schema 2020-12) of what `brief --format json` writes and of each line of `read`."""
    definitions: dict[str, Any] = {}
    record = _object(Record, definitions)
    record["properties"] = {"format": {"const": FORMAT}, "input_id": {"type": "string"}} | record["properties"]
    record["required"] = ["format", *record["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{FORMAT}: one sourced record of one or more reports",
        **record,
        "$defs": dict(sorted(definitions.items())),
    }


def schemas_of(*kinds: type) -> dict[str, dict[str, Any]]:
    """The schemas of these dataclasses, and of all that they refer to (`#/$defs/NAME`), by name."""
    definitions: dict[str, Any] = {}
    for kind in kinds:
        _reference(kind, definitions)
    return dict(sorted(definitions.items()))


def shipped_schema() -> dict[str, Any]:
    """The schema as the package ships it."""
    text = files("twosource.formats").joinpath("assets/record.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    names = exported(kind)
    return {
        "description": (kind.__doc__ or "").strip(),
        "type": "object",
        "properties": {name: _schema(hints[name], definitions) for name in names},
        "required": list(names),
    }


def _mention(definitions: dict[str, Any]) -> dict[str, Any]:
    schema = _object(Selector, definitions)
    schema["description"] = (Mention.__doc__ or "").strip()
    schema["properties"]["form"] = _schema(get_type_hints(Mention)["form"], definitions)
    schema["required"].append("form")
    return schema


def _reference(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        definitions[kind.__name__] = _mention(definitions) if kind is Mention else _object(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_dataclass(hint) and isinstance(hint, type):
        return _reference(hint, definitions)
    arguments = get_args(hint)
    if get_origin(hint) is Literal:
        return {"enum": list(arguments)}
    if get_origin(hint) in (Union, UnionType):
        return {"anyOf": [_schema(a, definitions) for a in arguments]}
    if get_origin(hint) is tuple and arguments[-1] is Ellipsis:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if get_origin(hint) is tuple:
        return {"type": "array", "prefixItems": [_schema(a, definitions) for a in arguments], "items": False}
    raise TypeError(f"no schema for {hint!r}")


if __name__ == "__main__":
    print(json.dumps(record_schema(), indent=1, ensure_ascii=False))
