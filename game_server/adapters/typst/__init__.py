"""The printer of papers, by Typst: sheets and fonts stand in this folder, and nothing is fetched from elsewhere."""
