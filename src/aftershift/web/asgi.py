"""The door that uvicorn opens."""

import os
import warnings
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aftershift.web.settings")

# WhiteNoise hands out files synchronously; Django reads them whole, which is what we want.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous")

from django.core.asgi import get_asgi_application  # noqa: E402 - settings first

Message: TypeAlias = dict[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Mapping[str, Any]]]
Send: TypeAlias = Callable[[Mapping[str, Any]], Awaitable[None]]
App: TypeAlias = Callable[[Message, Receive, Send], Awaitable[None]]

LARGEST_BODY = 4_000_000  # below what Django keeps in memory: nothing sent is ever put on a disk


class TooLarge(Exception):
    """Somebody sends more than any page here asks for."""


def bounded(app: App) -> App:
    """Cut a request off once its body passes the bound, before anything keeps it."""

    async def door(scope: Message, receive: Receive, send: Send) -> None:
        received = 0

        async def counted() -> Mapping[str, Any]:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > LARGEST_BODY:
                raise TooLarge
            return message

        try:
            await app(scope, counted, send)
        except TooLarge:
            await send({"type": "http.response.start", "status": 413, "headers": []})
            await send({"type": "http.response.body", "body": b"too large\n"})

    return door


application = bounded(get_asgi_application())
