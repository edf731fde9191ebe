"""The rosters wing hears when somebody leaves a household."""

from django.apps import AppConfig


class RostersConfig(AppConfig):
    """Connect the rosters to the people below them."""

    name = "aftershift.web.rosters"

    def ready(self) -> None:
        """Drop the hours of whoever was taken out."""
        # Models cannot be imported before all apps are known.
        from aftershift.web.people.signals import member_removed
        from aftershift.web.rosters.actions import forget_member

        member_removed.connect(forget_member, dispatch_uid="rosters.forget_member")
