"""The shipped schema, as an independent program reads it."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from campaignplanner.resources import read_text


@cache
def the_schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(read_text("schema/campaign-1.schema.json"))
    return schema


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(the_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults_in(tree: Any) -> list[str]:
    """Every way in which a file does not keep to the schema."""
    return [f"{fault.json_path}: {fault.message}" for fault in _validator().iter_errors(tree)]
