"""How old somebody has to be to read a sentence: the Flesch-Kincaid grade, plus five years.

Kincaid, Fishburne, Rogers & Chissom 1975 (Navy, Research Branch Report 8-75), the grade level
formula: 0.39 words per sentence + 11.8 syllables per word - 15.59. A child of grade g is g + 5.
Syllables are counted as groups of vowels, without a silent e; good enough for plain words.
"""

import re

SILENT = re.compile(r"(?:[^laeiouy]es|[^aeiouytd]ed|[^l]e|[^aeiouy]le's)$")
ONE = {"i'm", "you're", "we're", "they're", "people's"}


def syllables(word: str) -> int:
    """Count the syllables of an English word, one at least."""
    word = word.lower()
    if word in ONE:
        return 2 if word == "people's" else 1
    more = word.endswith(("n't",)) and word not in {"don't", "can't", "won't", "aren't", "weren't"}
    bare = re.sub(r"'\w+$", "", word)
    groups = len(re.findall(r"[aeiouy]+", SILENT.sub("", bare) if len(bare) > 3 else bare))
    return max(1, groups + more)


def grade(text: str) -> float:
    """Give the Flesch-Kincaid grade of a text."""
    words = re.findall(r"[A-Za-z]+(?:'[a-z]+)?", text)
    sentences = max(1, len(re.findall(r"[.?!:]+(?=[\s\"]|$)", text)))
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59


def reading_age(text: str) -> float:
    """Give the age of a reader who follows it."""
    return grade(text) + 5
