"""The window: widgets, item models and painting. The only floor that knows Qt."""
