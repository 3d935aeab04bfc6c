"""Words of English whose forms share no stem (who asks what somebody led finds who leads), or share that of others."""

from typing import Final

_FAMILIES: Final = """
begin began begun; bring brought; build built; buy bought; catch caught; choose chose chosen; child children;
die died dies dying; draw drew drawn; drive drove driven; fall fell fallen; feed fed; fight fought; flee fled;
fly flew flown; forbid forbade forbidden; give gave given; grow grew grown; hide hid hidden; hold held; hit;
keep kept; know knew known; lead led; leave left; lose lost; man men; meet met; pay paid; rise rose risen; run ran;
sell sold; send sent; shoot shot; speak spoke spoken; spend spent; stand stood; steal stole stolen; strike struck;
swear swore sworn; take took taken; teach taught; think thought; throw threw thrown; win won; withdraw withdrew
withdrawn; woman women; write wrote written; spread; seek sought; deal dealt; arise arose arisen; become became;
break broke broken; forget forgot forgotten; overthrow overthrew overthrown; tie tied; lie lied; country countries;
tear tore torn; go goes went gone; get got gotten; come came; make made; see saw seen; say said; tell told; feel felt;
bear bore borne; shrink shrank shrunk; sink sank sunk; wear wore worn; hear heard; hang hung hanged; hurt; dig dug;
bite bit bitten; bind bound; blow blew blown; cling clung; creep crept; drink drank drunk; eat ate eaten; lend lent;
light lit; mean meant; read; ride rode ridden; ring rang rung; shake shook shaken; shine shone; shut; sing sang sung;
sit sat; sleep slept; split; steal stole; stick stuck; sting stung; sweep swept; swell swelled swollen; swing swung;
undergo underwent; understand understood; wake woke; weave wove; wind wound; life lives; wife wives; thief thieves;
leaf leaves; policeman policemen; policewoman policewomen; congressman congressmen; gunman gunmen; hitman hitmen;
tribesman tribesmen; businessman businessmen; middleman middlemen; foe foes; undo undid undone; do did done does;
have has had
"""

FORMS: Final = {
    word: tuple(other for other in family.split() if other != word)
    for family in _FAMILIES.split(";")
    for word in family.split()
}
"""The other forms of each word."""
BASES: Final = {word: family.split()[0] for family in _FAMILIES.split(";") for word in family.split()[1:]}
"""The form by which each of them is listed."""

_APART: Final = """
police policing policed policeman policemen; policy policies; office offices; officer officers; party parties; army
armies; arm arms armed arming; mission missions; letter letters; better; station stations; matter matters; informal
informally; capital capitals; state states stated; porter; general generals; past; market markets; summer summers;
dinner; unit units; united; order orders ordered; character characters; master masters; paper papers; minister
ministers; ministry ministries; country countries; county counties; mayor; major; contra contras; contrary; proper
properly; property properties; customs; custom; secretary secretaries; secret secrets secretly; user users; import
imports imported importing; universe; university universities; number numbers numbered
"""
WHOLE: Final = {word: tuple(family.split()) for family in _APART.split(";") for word in family.split()}
"""Words that are not taken for others of the same stem, with all their forms: police is no policy."""
