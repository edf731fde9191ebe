"""The windows wing hears when rosters change."""

from django.apps import AppConfig


class WindowsConfig(AppConfig):
    """Connect the plan to the rosters below it."""

    name = "aftershift.web.windows"

    def ready(self) -> None:
        """Follow every change of rosters."""
        # Models cannot be imported before all apps are known.
        from aftershift.web.rosters.signals import rosters_changed
        from aftershift.web.windows.actions import follow

        rosters_changed.connect(follow, dispatch_uid="windows.follow")
