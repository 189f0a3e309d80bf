"""The budget lines in a grid: typed, pasted, sorted, grouped and summed as in a spreadsheet."""
