"""The collected lists: putting passages into them from anywhere, and the list beside the comparison."""
