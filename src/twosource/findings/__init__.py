"""What reports assert, what they assert together, and where they cannot both be right."""

from twosource.findings.claims import find_claims
from twosource.findings.joint import find_findings

__all__ = ["find_claims", "find_findings"]
