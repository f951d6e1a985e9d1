"""Sampled accuracy beside a comparison: drawing passages, judging them blind, what that says of the topic."""
