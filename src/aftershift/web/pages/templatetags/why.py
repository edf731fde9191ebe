"""The door beside a number: why it is what it is, in a sentence, and where the rest is said."""

from django import template

from aftershift.engines.windows.explaining import Explanation
from aftershift.library.explanations import explanation

register = template.Library()


@register.inclusion_tag("pages/_why.html")
def why(id_: str) -> dict[str, Explanation]:
    """Open one explanation where its number stands; a name that there is not breaks the page."""
    return {"why": explanation(id_)}
