"""How the documentation is built: Sphinx, MyST, furo."""

import pacelight

project = "Pacelight"
author = "The Pacelight maintainers"
copyright = f"2026, {author}"
version = release = pacelight.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "Pacelight"
html_static_path = ["_static"]

myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 3
# Pages of the repository are linked from the documentation by their place in it.
suppress_warnings = ["myst.xref_missing"]

autodoc_typehints = "none"
autodoc_member_order = "bysource"
napoleon_google_docstring = True
napoleon_use_ivar = True

nitpick_ignore_regex = [
    (
        "py:class",
        r"(collections|datetime|fractions|numpy|pathlib|types)\..*",
    ),  # other people's pages: built offline
    ("py:class", r".* .*"),  # a sentence before a colon, taken for the type of an attribute
]
