"""The door that uvicorn opens."""

import os
import warnings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aftershift.web.settings")

# WhiteNoise hands out files synchronously; Django reads them whole, which is what we want.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous")

from django.core.asgi import get_asgi_application  # noqa: E402 - settings first

application = get_asgi_application()
