"""Around the archive: checking its originals, taking it away and bringing it back."""

from ui.custody.backup_dialog import BackupDialog
from ui.custody.restore_dialog import RestoreDialog
from ui.custody.verify_dialog import VerifyDialog

__all__ = ["BackupDialog", "RestoreDialog", "VerifyDialog"]
