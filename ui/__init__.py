"""The Qt face and the command line. Imports reader and index; the only place that knows Qt."""
