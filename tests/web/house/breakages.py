"""An action of each wing that breaks with a secret in its message, and how to reach it."""

BROKEN = (
    ("aftershift.web.people.actions.add_member", "POST", "/account/household", {"label": "Sam"}),
    ("aftershift.web.people.queries.devices", "GET", "/account/devices", {}),
    ("aftershift.web.rosters.actions.add_member", "POST", "/rosters/members", {"name": "Sam"}),
    ("aftershift.web.rosters.queries.draft", "GET", "/rosters/preview", {}),
    ("aftershift.web.windows.actions.open_feed", "POST", "/together/feed/open", {}),
    ("aftershift.web.windows.queries.fortnight", "GET", "/together/", {}),
    ("aftershift.web.rituals.actions.take_up", "POST", "/rituals/take-up", {"ritual": "hug"}),
    ("aftershift.web.rituals.queries.month", "GET", "/rituals/", {}),
    ("aftershift.web.sending.views.second_look", "POST", "/before-you-send/", {"text": "Hello"}),
    ("aftershift.web.coach.actions.keep_card", "POST", "/coach/keep", {"text": "tea"}),
    ("aftershift.web.coach.queries.paper", "GET", "/coach/", {}),
    ("aftershift.web.wording.views.listen", "POST", "/words/request", {"text": "Hello"}),
    ("aftershift.web.home.cards.home_page", "GET", "/", {}),
    ("aftershift.web.help.queries.card", "GET", "/help/", {}),
    ("aftershift.web.safety.actions.write_plan", "POST", "/mine/plan", {"step_1": "tea"}),
    ("aftershift.web.safety.queries.own_page", "GET", "/mine/", {}),
    ("aftershift.web.mydata.queries.everything", "GET", "/mydata/aftershift.json", {}),
    ("aftershift.web.mydata.actions.erase_everything", "POST", "/mydata/erase", {"word": "erase"}),
    ("aftershift.web.pages.views.WORKER", "GET", "/sw.js", {}),
)
