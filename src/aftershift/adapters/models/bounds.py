"""The wire to a model, with our own bounds: what goes out, where to, and how much comes back.

The client's library may do more than we want: headers that describe this machine, proxies from the
environment, redirects, retries, answers that unpack to gigabytes. None of it passes here.
"""

from collections.abc import AsyncIterator

import httpx2

MOST_BYTES = 512 * 1024  # of one answer: a hundred times what a reply needs
OUT = ("host", "content-length", "content-type", "accept", "authorization")
AGENT = "Aftershift"
OK = 200


class OutOfBounds(Exception):
    """The server answered with something else than a short stream."""


class _Counted(httpx2.AsyncByteStream):
    """A stream that ends with an error once too much came."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        came = 0
        async for chunk in self._stream:
            came += len(chunk)
            if came > MOST_BYTES:
                raise OutOfBounds
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


class Bounded(httpx2.AsyncBaseTransport):
    """Sends only known headers, takes only a plain answer, and counts its bytes."""

    def __init__(self) -> None:
        self._wire = httpx2.AsyncHTTPTransport(trust_env=False, retries=0)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Ask the server once."""
        kept = [(name, request.headers[name]) for name in OUT if name in request.headers]
        request.headers = httpx2.Headers(
            [*kept, ("accept-encoding", "identity"), ("user-agent", AGENT)]
        )
        answer = await self._wire.handle_async_request(request)
        is_plain = answer.headers.get("content-encoding", "identity") == "identity"
        if answer.status_code != OK or not is_plain:
            await answer.aclose()
            raise OutOfBounds
        if not isinstance(answer.stream, httpx2.AsyncByteStream):
            raise OutOfBounds
        answer.stream = _Counted(answer.stream)
        return answer

    async def aclose(self) -> None:
        """Close the wire."""
        await self._wire.aclose()
