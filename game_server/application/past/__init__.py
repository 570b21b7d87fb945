"""The days of a group gone through again: the line of what happened, and the pages as they were."""
