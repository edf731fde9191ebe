"""A private, self-hostable relationship coach for people who work shifts."""

__version__ = "0.1.0"
