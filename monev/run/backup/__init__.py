"""One file that holds all of potret/, made while the server runs; and the way back."""

from monev.run.backup.contents import Contents
from monev.run.backup.make import write
from monev.run.backup.restore import Restored, lost, restore

__all__ = ["Contents", "Restored", "lost", "restore", "write"]
