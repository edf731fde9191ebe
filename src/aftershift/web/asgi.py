"""The door that uvicorn opens."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aftershift.web.settings")

from django.core.asgi import get_asgi_application  # noqa: E402 - settings first

application = get_asgi_application()
