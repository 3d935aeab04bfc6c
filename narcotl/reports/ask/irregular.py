"""Verbs and plurals of English whose forms share no stem: who asks what somebody led finds who leads."""

from typing import Final

_FAMILIES: Final = """
begin began begun; bring brought; build built; buy bought; catch caught; choose chose chosen; child children;
die died dies dying; draw drew drawn; drive drove driven; fall fell fallen; feed fed; fight fought; flee fled;
fly flew flown; forbid forbade forbidden; give gave given; grow grew grown; hide hid hidden; hold held; hit;
keep kept; know knew known; lead led; leave left; lose lost; man men; meet met; pay paid; rise rose risen; run ran;
sell sold; send sent; shoot shot; speak spoke spoken; spend spent; stand stood; steal stole stolen; strike struck;
swear swore sworn; take took taken; teach taught; think thought; throw threw thrown; win won; withdraw withdrew
withdrawn; woman women; write wrote written; spread; seek sought; deal dealt; arise arose arisen; become became;
break broke broken; forget forgot forgotten; overthrow overthrew overthrown; tie tied; lie lied; country countries
"""

FORMS: Final = {
    word: tuple(other for other in family.split() if other != word)
    for family in _FAMILIES.split(";")
    for word in family.split()
}
"""The other forms of each word."""
