"""The page to print, made without a script, fits one sheet of A4 with everything ticked."""

import re

from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.steps import heading, press, read

PAGE = re.compile(rb"/Type\s*/Page[^s]")


def test_all_items_and_a_result_are_ticked_and_fit_one_sheet(phones: Phones) -> None:
    page = phones.open(java_script_enabled=False)
    steps.sign_up(page)
    for address, groups in (("/check-in/", 5), ("/check-in/week", 8)):
        page.goto(address)
        asked = page.locator(".eleven").all()
        assert len(asked) == groups
        for group in asked:
            group.get_by_role("radio", name="5", exact=True).check()
        press(page, "Keep it")
    page.goto("/questionnaires/gad-7")
    for group in page.get_by_role("group").all():
        group.get_by_role("radio").nth(1).check()
    press(page, "See what it comes to")
    press(page, "Keep this")
    page.goto("/check-in/paper")
    heading(page, "On one page")
    assert "GAD-7" not in read(page)
    page.get_by_text("What stands on it").click()
    page.get_by_label("GAD-7").check()
    page.get_by_label("26 weeks").check()
    press(page, "Show the page")
    page.get_by_text("In the range that is called").wait_for()
    assert page.locator("main .lines li").count() == 14
    assert len(PAGE.findall(page.pdf(format="A4", prefer_css_page_size=True))) == 1
    page.emulate_media(media="print")
    assert not page.get_by_text("What stands on it").is_visible()
