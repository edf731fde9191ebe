"""Asks a model by pydantic-ai: one request, streamed, without tools, retries or anything else.

Its libraries take seconds and 150 MB to import, so nothing imports this module but `client`, by its
name, and only where a host has set a model.
"""

from collections.abc import AsyncGenerator

import httpx2
from openai import AsyncOpenAI
from pydantic_ai.direct import model_request_stream
from pydantic_ai.messages import (
    ModelRequest,
    PartDeltaEvent,
    PartStartEvent,
    SystemPromptPart,
    TextPart,
    TextPartDelta,
    UserPromptPart,
)
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.settings import ModelSettings

from aftershift.adapters.models.bounds import Bounded
from aftershift.adapters.models.place import ModelPlace

MOST_TOKENS = 220
NO_KEY = "none"  # the client insists on one
CALM = 0.3  # temperature


async def pieces(place: ModelPlace, rules: str, payload: str) -> AsyncGenerator[str, None]:
    """Give a model's answer as it comes. Raises whatever the wire and the library raise."""
    async with httpx2.AsyncClient(
        transport=Bounded(), follow_redirects=False, timeout=place.seconds, trust_env=False
    ) as wire:
        asked = ModelRequest(
            parts=[SystemPromptPart(content=rules), UserPromptPart(content=payload)]
        )
        async with model_request_stream(_model(place, wire), [asked]) as answer:
            async for event in answer:
                if isinstance(event, PartStartEvent) and isinstance(event.part, TextPart):
                    yield event.part.content
                elif isinstance(event, PartDeltaEvent) and isinstance(event.delta, TextPartDelta):
                    yield event.delta.content_delta


def _model(place: ModelPlace, wire: httpx2.AsyncClient) -> OpenAIChatModel:
    client = AsyncOpenAI(
        base_url=place.url,
        api_key=place.key() or NO_KEY,
        http_client=wire,
        max_retries=0,
        timeout=place.seconds,
    )
    # Some local servers ignore the newer name of the limit; some far ones refuse the older.
    profile = OpenAIModelProfile(openai_chat_supports_max_completion_tokens=not place.is_here)
    return OpenAIChatModel(
        place.name,
        provider=OpenAIProvider(openai_client=client),
        profile=profile,
        settings=ModelSettings(max_tokens=MOST_TOKENS, temperature=CALM),
    )
