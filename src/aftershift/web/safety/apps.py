"""The safety wing hears when somebody enters, so that everybody has its row."""

from django.apps import AppConfig


class SafetyConfig(AppConfig):
    """Connect the one row of each person to the door below."""

    name = "aftershift.web.safety"

    def ready(self) -> None:
        """Follow everybody who enters, from the first time on."""
        # Models cannot be imported before all apps are known.
        from aftershift.web.people.signals import entered
        from aftershift.web.safety.actions import ensure_row

        entered.connect(ensure_row, dispatch_uid="safety.ensure_row")
