"""The words that describe actors and regions."""

from narcotl.model.vocab.base import Word


class ActorKind(Word):
    """What sort of actor it is."""

    GOVERNMENT = "government", "a state or its government"
    AGENCY = "agency", "a body of a government with a task of its own"
    OFFICE = "office", "an office within a larger body"
    LEGISLATURE = "legislature", "a parliament or a committee of one"
    COURT = "court", "a court or a jury"
    MILITARY = "military", "armed forces of a state or alliance"
    ARMED_GROUP = "armed-group", "armed people who are not a state's forces"
    TRAFFICKING_ORG = "trafficking-org", "an organisation that trades in drugs"
    IGO = "igo", "an organisation of states"
    NGO = "ngo", "an organisation that is not a state's"
    MEDIA = "media", "a newspaper, broadcaster or news agency"
    COMPANY = "company", "a business"
    AIRLINE = "airline", "a business that flies"
    ACADEMIC_BODY = "academic-body", "a university or institute"
    PERSON = "person", "one human being"
    PEOPLE = "people", "a population or a part of one"
    UNKNOWN = "unknown", "not known what"


class RegionKind(Word):
    """What sort of place it is."""

    WORLD = "world", "everything"
    CONTINENT = "continent", "a continent"
    SUBREGION = "subregion", "a part of a continent"
    POLICY_REGION = "policy-region", "countries that a policy takes together"
    COUNTRY = "country", "a state, present or former"
    PROVINCE = "province", "a province or state of a country"
    VALLEY = "valley", "a valley"
    AREA = "area", "a stretch of land without sharp borders"
    CITY = "city", "a town or city"
    DRUG_ZONE = "drug-zone", "an area known for growing or making drugs"
    ROUTE = "route", "a way along which goods move"
    SEA = "sea", "a sea or gulf"
