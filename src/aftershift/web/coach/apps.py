"""The coach hears when the hour of a step is let go, on the plan page or by a wing above."""

from django.apps import AppConfig


class CoachConfig(AppConfig):
    """Connect the steps of the coach to the plan below it."""

    name = "aftershift.web.coach"

    def ready(self) -> None:
        """Forget a step with the hour that was held for it."""
        # Models cannot be imported before all apps are known.
        from aftershift.web.coach.actions import follow
        from aftershift.web.windows.signals import practice_let_go

        practice_let_go.connect(follow, dispatch_uid="coach.follow")
