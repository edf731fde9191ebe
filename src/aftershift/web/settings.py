"""Django's settings: one typed file that fails loudly. What a host may change is in `env`."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from aftershift.web.env import ENV
from aftershift.wiring import server_secret

SECRET_KEY = server_secret(ENV, "django")
DEBUG = False
ALLOWED_HOSTS = [ENV.host, "127.0.0.1", "testserver"] if ENV.testing else [ENV.host]
ROOT_URLCONF = "aftershift.web.urls"
ASGI_APPLICATION = "aftershift.web.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "aftershift.web.pages",
    "aftershift.web.people",
    "aftershift.web.safety",
    "aftershift.web.rosters",
    "aftershift.web.windows",
    "aftershift.web.rituals",
    "aftershift.web.sending",
    "aftershift.web.wording",
    "aftershift.web.coach",
    "aftershift.web.rehearsal",
    "aftershift.web.journal",
    "aftershift.web.week",
    "aftershift.web.network",
    "aftershift.web.pairing",
    "aftershift.web.agreements",
    "aftershift.web.deciding",
    "aftershift.web.reflections",
    "aftershift.web.checkins",
    "aftershift.web.instruments",
    "aftershift.web.experiments",
    "aftershift.web.summary",
    "aftershift.web.help",
    "aftershift.web.reading",
    "aftershift.web.pocket",
    "aftershift.web.home",
    "aftershift.web.mydata",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "aftershift.web.headers.PrivacyHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # inside the walls: a picture is a page too
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "aftershift.web.people.middleware.OpenSession",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "aftershift.web.pages.context.page",
                "aftershift.web.rosters.context.own_hours",
            ],
        },
    },
]

# --- data -------------------------------------------------------------------------


def _postgres(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.removeprefix("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # Erased means overwritten; no mmap, which has cost a site its database.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "PRAGMA secure_delete=ON; PRAGMA journal_size_limit=27103364;",
        },
        # A file, so that several processes of one test share it as several workers do.
        "TEST": {"NAME": path.with_name("test.sqlite3")},
    }


DATABASES = {
    "default": _postgres(ENV.database) if ENV.database else _sqlite(ENV.data / "aftershift.sqlite3")
}

# --- words and time ---------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- static files -----------------------------------------------------------------
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = ENV.testing

# --- walls ------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # with "no-referrer" forms come from origin "null"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None  # gone with the browser
CSRF_TRUSTED_ORIGINS = [f"http://{ENV.host}:{ENV.port}", f"https://{ENV.host}"]
CSRF_FAILURE_VIEW = "aftershift.web.pages.views.stale_form"
SILENCED_SYSTEM_CHECKS: list[str] = []
DATA_UPLOAD_MAX_MEMORY_SIZE = 3_000_000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]  # never a file
FILE_UPLOAD_MAX_MEMORY_SIZE = 5_000_000  # more than `asgi` lets in

_SELF = ["'self'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": _SELF,
        "style-src": _SELF,
        "img-src": _SELF,
        "connect-src": _SELF,
        "font-src": _SELF,
        "manifest-src": _SELF,
        "form-action": _SELF,
        "media-src": ["'self'", "blob:"],
        "worker-src": _SELF,
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# --- logs: a route's name, never a path -------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"routes": {"()": "aftershift.web.logs.RouteNames"}},
    "formatters": {"plain": {"()": "aftershift.web.logs.Plain"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["routes"],
            "formatter": "plain",
        },
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.server": {"handlers": [], "propagate": False},
    },
}
