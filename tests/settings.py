"""Django's settings for tests: cheap passwords, a clock that stands still, a folder of their own.

Set before anything of the product is imported; what somebody has set already stays.
"""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("AFTERSHIFT_TESTING", "yes")
os.environ.setdefault("AFTERSHIFT_ARGON2_KIB", "64")
os.environ.setdefault("AFTERSHIFT_NOW", "2026-10-19T08:00+01:00")  # a Monday; clocks change on 25th
if "AFTERSHIFT_DATA" not in os.environ:  # the workers of one run inherit the one folder
    os.environ["AFTERSHIFT_DATA"] = tempfile.mkdtemp(prefix="aftershift-tests-")
    atexit.register(shutil.rmtree, os.environ["AFTERSHIFT_DATA"], ignore_errors=True)

from aftershift.web.settings import *  # noqa: F403 - the environment first
