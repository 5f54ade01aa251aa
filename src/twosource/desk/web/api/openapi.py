"""The OpenAPI 3.1 document of the API, made of its table and of the shapes of its answers."""

from __future__ import annotations

from functools import cache
from typing import Any

from twosource import __version__
from twosource.desk.web.api.parameters import Parameter
from twosource.desk.web.api.problems import MEDIA_TYPE, Problem
from twosource.desk.web.api.table import TABLE, Endpoint
from twosource.formats.schema import schemas_of
from twosource.model.record import FORMAT

_FAILURES = {
    404: "It is not on this desk.",
    422: "A parameter is not as it has to be; `detail` says which and how.",
    503: "The desk cannot be read just now.",
}
_WITHIN, _HERE = "#/$defs/", "#/components/schemas/"


@cache
def document() -> dict[str, Any]:
    """The document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "A twosource desk",
            "version": __version__,
            "description": "Who reports what, on how many independent origins. It reads only, on this machine only.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": {endpoint.path: {"get": _operation(endpoint)} for endpoint in TABLE},
        "components": {"schemas": _schemas()},
    }


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    in_path = any(parameter.place == "path" for parameter in endpoint.parameters)
    failures = (404, 422, 503) if in_path else (422, 503)
    answer = {"description": (endpoint.returns.__doc__ or "").partition("\n")[0]}
    return {
        "operationId": endpoint.name,
        "summary": endpoint.said,
        "parameters": [_parameter(parameter) for parameter in endpoint.parameters],
        "responses": {
            "200": {**answer, "content": {"application/json": {"schema": _reference(endpoint.returns)}}},
            **{str(status): _failure(status) for status in failures},
        },
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    told = {
        "name": parameter.name,
        "in": parameter.place,
        "description": parameter.said,
        "required": parameter.required,
        "schema": parameter.schema,
    }
    return {**told, "style": "form", "explode": False} if parameter.schema["type"] == "array" else told


def _failure(status: int) -> dict[str, Any]:
    return {"description": _FAILURES[status], "content": {MEDIA_TYPE: {"schema": _reference(Problem)}}}


def _reference(kind: type) -> dict[str, str]:
    return {"$ref": _HERE + kind.__name__}


def _schemas() -> dict[str, Any]:
    kinds = [endpoint.returns for endpoint in TABLE]
    schemas: dict[str, Any] = _moved(schemas_of(*kinds, Problem))
    for endpoint in TABLE:
        if endpoint.partly:
            schema = schemas[endpoint.returns.__name__]
            schema["properties"] = {"format": {"const": FORMAT}} | schema["properties"]
            schema["required"] = ["format"]
    return schemas


def _moved(value: Any) -> Any:
    """The schemas with their references as OpenAPI has them."""
    if isinstance(value, dict):
        return {k: v.replace(_WITHIN, _HERE) if k == "$ref" else _moved(v) for k, v in value.items()}
    return [_moved(v) for v in value] if isinstance(value, list) else value
