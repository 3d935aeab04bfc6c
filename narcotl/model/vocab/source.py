"""The words that describe sources and citations."""

from narcotl.model.vocab.base import Word


class SourceType(Word):
    """What sort of work a source is (CSL's names where it has them)."""

    BOOK = "book", "a book"
    CHAPTER = "chapter", "a chapter of a book or report"
    ARTICLE_NEWSPAPER = "article-newspaper", "an article in a newspaper"
    ARTICLE_MAGAZINE = "article-magazine", "an article in a magazine"
    ARTICLE_JOURNAL = "article-journal", "an article in a scholarly journal"
    NEWS_ANALYSIS = "news-analysis", "an analysis of news"
    INTERVIEW = "interview", "an interview"
    HEARING = "hearing", "testimony or a record of a legislature"
    REPORT = "report", "a report"
    GOV_SURVEY = "gov-survey", "a survey by a government"
    IGO_SURVEY = "igo-survey", "a survey by an organisation of states"
    GOV_STATEMENT = "gov-statement", "a statement by a government"
    GOV_STUDY = "gov-study", "a study made or paid for by a government"
    DATASET = "dataset", "a data set"
    BROADCAST = "broadcast", "a programme on radio or television"
    MOTION_PICTURE = "motion_picture", "a film"
    ENTRY_ENCYCLOPEDIA = "entry-encyclopedia", "an entry in an encyclopedia"
    TEXTBOOK = "textbook", "a textbook or a part of one"
    POST_WEBLOG = "post-weblog", "a post on a weblog or social network"
    WEBPAGE = "webpage", "a page on the web"
    OP_ED = "op-ed", "an opinion piece by an outside author"
    NGO = "ngo", "a publication of a non-governmental organisation"
    WIRE = "wire", "a report of a news agency"


class SourceFlag(Word):
    """What a reader should know before trusting a source."""

    UNDATED = "undated", "bears no date"
    ANONYMOUS = "anonymous", "names no author"
    NO_REFERENCES = "no-references", "cites nothing"
    ESSAY_LIKE = "essay-like", "reads as an essay"
    ORIGINAL_RESEARCH = "original-research", "draws conclusions of its own"
    CITATION_NEEDED = "citation-needed", "leaves statements without a source"
    DEAD_LINK = "dead-link", "its address no longer answers"
    OPINION = "opinion", "argues for a view"
    PARTY_TO_THE_DISPUTE = "party-to-the-dispute", "was written by a party to what it is about"


class Confidence(Word):
    """How sure it is that a citation bears out the record."""

    VERY_LOW = "very-low", "hardly"
    LOW = "low", "weakly"
    MEDIUM = "medium", "fairly"
    HIGH = "high", "well"
    VERY_HIGH = "very-high", "beyond reasonable doubt"


class Link(Word):
    """What a work does with the work that it cites."""

    QUOTES = "quotes", "word for word"
    PARAPHRASES = "paraphrases", "in other words"
    SUMMARISES = "summarises", "in short"
    DATA_FROM = "data-from", "takes numbers from it"


class Rank(Word):
    """Which of several alternatives to prefer."""

    PREFERRED = "preferred", "the best of several"
    NORMAL = "normal", "one of several"
    DEPRECATED = "deprecated", "kept, but known to be worse"
