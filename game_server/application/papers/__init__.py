"""The papers of the project: what each one says, and who may have it. How they are set is the printer's business."""
