"""One file that holds all of potret/, made while the server runs; and the way back."""

from monev.backup.contents import Contents
from monev.backup.making import write
from monev.backup.restoring import Restored, lost, restore

__all__ = ["Contents", "Restored", "lost", "restore", "write"]
