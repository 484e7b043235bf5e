"""What pages say, in the language of who reads: one Fluent file a language, for the server and for scripts.

::

    en.ftl, nb.ftl, fr.ftl ──► language (say) ──► names, format, understood ──► pages (templates)
                           └─► taught ──► served (/words/nb.ftl) ──► frontend/src/words
    a request ──► asked (which language)
"""

from pacelight.web.words.asked import language_of
from pacelight.web.words.format import day_text, metres_text, number_text
from pacelight.web.words.language import Language, languages, say, says
from pacelight.web.words.names import event_text, known_text, level_text, list_text, nation_text, scope_text
from pacelight.web.words.pages import VARY, built, choice, speaking, spoken, warm
from pacelight.web.words.served import routes
from pacelight.web.words.understood import echoed, understood

__all__ = [
    "VARY",
    "Language",
    "built",
    "choice",
    "day_text",
    "echoed",
    "event_text",
    "known_text",
    "language_of",
    "languages",
    "level_text",
    "list_text",
    "metres_text",
    "nation_text",
    "number_text",
    "routes",
    "say",
    "says",
    "scope_text",
    "speaking",
    "spoken",
    "understood",
    "warm",
]
