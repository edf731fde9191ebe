"""Addresses of the people wing."""

from django.urls import path

from aftershift.web.people import account_views, views

app_name = "people"
urlpatterns = [
    path("sign-up", views.sign_up, name="sign-up"),
    path("sign-in", views.sign_in, name="sign-in"),
    path("second-factor", views.second_factor, name="second-factor"),
    path("second-factor/ask", views.ask_for_passkey, name="ask-for-passkey"),
    path("second-factor/passkey", views.pass_by_passkey, name="pass-by-passkey"),
    path("forgotten", views.forgotten, name="forgotten"),
    path("renew", views.renew, name="renew"),
    path("locked", views.locked, name="locked"),
    path("lock", views.lock, name="lock"),
    path("leave", views.leave, name="leave"),
    path("account", account_views.account, name="account"),
    path("account/password", account_views.password, name="password"),
    path("account/recovery-key", account_views.recovery_key, name="recovery-key"),
    path("account/recovery-key/check", account_views.check_recovery_key, name="check-recovery-key"),
    path("account/factors", account_views.factors, name="factors"),
    path("account/factors/code-app", account_views.code_app, name="code-app"),
    path("account/factors/ask", account_views.ask_for_new_passkey, name="ask-for-new-passkey"),
    path("account/factors/passkey", account_views.add_passkey, name="add-passkey"),
    path(
        "account/factors/<uuid:factor_id>/remove",
        account_views.remove_factor,
        name="remove-factor",
    ),
    path("account/devices", account_views.devices, name="devices"),
    path(
        "account/devices/<uuid:session_id>/sign-out",
        account_views.sign_out_device,
        name="sign-out-device",
    ),
    path(
        "account/devices/sign-out-everywhere",
        account_views.sign_out_everywhere,
        name="sign-out-everywhere",
    ),
    path("account/household", account_views.household, name="household"),
    path(
        "account/household/<uuid:member_id>/remove",
        account_views.remove_member,
        name="remove-member",
    ),
]
