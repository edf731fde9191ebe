"""What is written, tapped and said for the journal, each with its canary."""

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.house.canary_line import ECHOED, KEPT, NOWHERE, Line, typed

WEBM = b"\x1a\x45\xdf\xa3"

JOURNAL = (
    Line(
        fields=("journal.EntryForm.text",),
        to="/journal/write",
        sends={"text": "The bay was full, {C}"},
        found=KEPT,
    ),
    Line(
        fields=("journal.EntryForm.text", "journal.EntryForm.not_a_patient"),
        to="/journal/write",
        sends={"text": "Mrs {C} in bed 12"},  # asked about, and not kept
        found=ECHOED,
    ),
    Line(
        fields=("journal.EntryForm.text",),
        to="/journal/ask",
        sends={"text": "The bay was full, {C}"},  # another prompt; the words stay in their field
        found=ECHOED,
    ),
    *typed("journal.EntryForm", "/journal/write", "feelings"),
    *typed("journal.EntryForm", "/journal/write", "prompt", "not_a_patient", found=NOWHERE),
    *(
        Line(
            fields=(f"journal.FriendForm.{name}",),
            to="/journal/friend",
            sends={name: "They were tired too, {C}"},
            found=KEPT,
        )
        for name in ("view", "hinders", "takes")
    ),
    *typed("journal.FriendForm", "/journal/friend", "not_a_patient", found=NOWHERE),
    Line(
        fields=("journal.VoiceForm.audio",),
        to="/journal/voice",
        sends={"audio": lambda said: SimpleUploadedFile(f"{said}.webm", WEBM + said.encode())},
        found=frozenset({"export"}),  # heard by its person, and shown nowhere
    ),
    Line(
        fields=("journal.VoiceForm.audio",),
        to="/journal/voice",
        sends={"audio": lambda said: SimpleUploadedFile(f"{said}.webm", said.encode())},
    ),
    *typed("journal.LeaveForm", "/journal/transcription/allow", "mark", found=NOWHERE),
)
