"""The week wing hears when rosters change."""

from django.apps import AppConfig


class WeekConfig(AppConfig):
    """Connect what one does alone to the rosters below it."""

    name = "aftershift.web.week"

    def ready(self) -> None:
        """Follow every change of rosters, after the plan did."""
        # Models cannot be imported before all apps are known.
        from aftershift.web.rosters.signals import rosters_changed
        from aftershift.web.week.actions import follow

        rosters_changed.connect(follow, dispatch_uid="week.follow")
