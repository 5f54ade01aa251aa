"""What can be asked: each parameter with its schema, and a question checked by it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from starlette.datastructures import QueryParams

from twosource.desk.web.api.problems import WrongQuestion

_NUMBER = re.compile(r"[0-9]{1,9}")
Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter. Of JSON Schema what `taken` checks: type, enum, pattern, minLength, maxLength, minimum, maximum.

    An array comes as one text with commas between its items.
    """

    name: str
    schema: Schema
    said: str
    example: str
    place: Literal["query", "path"] = "query"
    required: bool = False


def taken(parameters: Sequence[Parameter], query: QueryParams) -> dict[str, Any]:
    """The values in the query of an address, defaults included; what was not given is None. Raises WrongQuestion."""
    known = {parameter.name: parameter for parameter in parameters if parameter.place == "query"}
    for name in query:
        if name not in known:
            raise WrongQuestion(f"{name[:60]}: no such parameter here; known: {', '.join(known) or 'none'}")
        if len(query.getlist(name)) > 1:
            raise WrongQuestion(f"{name}: given more than once")
    return {name: _value(parameter, query.get(name)) for name, parameter in known.items()}


def _value(parameter: Parameter, given: str | None) -> Any:
    if given is None:
        if parameter.required:
            raise WrongQuestion(f"{parameter.name}: wanted, as in {parameter.name}={parameter.example}")
        return parameter.schema.get("default")
    if parameter.schema["type"] == "array":
        return tuple(_checked(parameter, parameter.schema["items"], one) for one in given.split(","))
    return _checked(parameter, parameter.schema, given)


def _checked(parameter: Parameter, schema: Schema, given: str) -> str | int:
    reason = _number_wrong(schema, given) if schema["type"] == "integer" else _text_wrong(schema, given)
    if reason:
        raise WrongQuestion(f"{parameter.name}: {reason}, as in {parameter.name}={parameter.example}")
    return int(given) if schema["type"] == "integer" else given


def _number_wrong(schema: Schema, given: str) -> str:
    low, high = schema["minimum"], schema["maximum"]
    fits = _NUMBER.fullmatch(given) and low <= int(given) <= high
    return "" if fits else f"a number from {low} to {high} is wanted"


def _text_wrong(schema: Schema, given: str) -> str:
    if "enum" in schema and given not in schema["enum"]:
        return f"one of {', '.join(schema['enum'])} is wanted"
    if "pattern" in schema and not re.fullmatch(schema["pattern"], given):
        return str(schema["description"])
    if not schema.get("minLength", 0) <= len(given) <= schema.get("maxLength", len(given)):
        return f"{schema.get('minLength', 0)} to {schema['maxLength']} characters are wanted"
    return ""
