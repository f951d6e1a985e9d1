"""Measurements of the whole program, as ratios to yardsticks taken in the same run where a ratio is fairer."""
