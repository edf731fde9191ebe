"""The agreements wing hears when somebody enters, so that everybody has its row."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Connect the one row of each person to the door below."""

    name = "aftershift.web.agreements"

    def ready(self) -> None:
        """Follow everybody who enters, from the first time on."""
        # Models cannot be imported before all apps are known.
        from aftershift.web.agreements.actions import ensure_row
        from aftershift.web.people.signals import entered

        entered.connect(ensure_row, dispatch_uid="agreements.ensure_row")
