"""Who is who, hidden: texts in which parties and people are called by letters and neutral words."""
