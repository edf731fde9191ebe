"""The experiments wing hears when rosters change."""

from django.apps import AppConfig


class ExperimentsConfig(AppConfig):
    """Connect the plans that were drawn to the rosters below them."""

    name = "aftershift.web.experiments"

    def ready(self) -> None:
        """Follow every change of rosters, after the plan did."""
        # Models cannot be imported before all apps are known.
        from aftershift.web.experiments.actions import follow
        from aftershift.web.rosters.signals import rosters_changed

        rosters_changed.connect(follow, dispatch_uid="experiments.follow")
