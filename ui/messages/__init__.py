"""Errors and reasons as sentences: what happened, to which file, what to do. Knows no Qt."""

from ui.messages.errors import sentence
from ui.messages.kinds import kind_word
from ui.messages.reasons import reason_sentence
from ui.messages.rules import rule_sentence

__all__ = ["kind_word", "reason_sentence", "rule_sentence", "sentence"]
