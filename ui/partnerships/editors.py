"""The editors of the catalogue; open them with `open()`, never `exec()`."""

from ui.partnerships.agreement_dialog import AgreementDialog
from ui.partnerships.city_dialog import CityDialog
from ui.partnerships.partnership_dialog import PartnershipDialog
from ui.partnerships.program_dialog import ProgramDialog

__all__ = ["AgreementDialog", "CityDialog", "PartnershipDialog", "ProgramDialog"]
