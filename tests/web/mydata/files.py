"""A file as it is taken along and brought back, and what lies in the database meanwhile."""

import json
from typing import Any

from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.people import Account

from aftershift.web.sealed import SealedDocument

JSON, BRING = "/mydata/aftershift.json", "/mydata/bring"


def taken(account: Account) -> dict[str, Any]:
    held: dict[str, Any] = account.browser.get(JSON).json()
    return held


def written(held: dict[str, Any]) -> bytes:
    return json.dumps(held, ensure_ascii=False).encode()


def bring(account: Account, data: bytes, **said: str) -> Any:
    file = SimpleUploadedFile("aftershift.json", data)
    return account.browser.post(BRING, {"file": file, **said})


def rows(account: Account | None = None) -> dict[object, bytes]:
    """Give every sealed row with its envelope, of one or of everybody."""
    whose = {"person": account.person} if account else {}
    return {
        (model.__name__, row.pk): row.body.envelope
        for model in apps.get_models()
        if issubclass(model, SealedDocument)
        for row in model.objects.filter(**whose)
    }
