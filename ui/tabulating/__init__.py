"""Tables on pages become activities: read, looked over and corrected, entered with their page."""

from ui.tabulating.asked import Wanted
from ui.tabulating.dialog import TabulateDialog

__all__ = ["TabulateDialog", "Wanted"]
