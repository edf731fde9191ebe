"""Check-ins: a minute a day, three minutes a week, and what the numbers can and cannot say."""
