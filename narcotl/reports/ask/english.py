"""Plain words of English that say nearly the same, whatever a store is about.

A store lists its own synonyms, and they count more: these only help where somebody says otherwise what the records say.
"""

from typing import Final

from narcotl.reports.ask.tokens import stem

_GROUPS: Final = """
abandon, give up, drop, quit, desert, forsake; abduct, kidnap, hostage, seize; ability, capacity, power; abroad,
overseas, foreign; abuse, misuse, mistreat, mistreatment; accident, mistake, mishap, error; accuse, blame, charge,
allegation, allege, accusation; achieve, accomplish, reach, attain, success; act, action, measure, step, move; advise,
adviser, advice, counsel, consultant; affect, influence, impact, effect, consequence; agent, operative, spy, asset,
informant; aid, help, assist, assistance, support, relief; aim, goal, purpose, target, intention, intend, objective;
alarm, worry, concern, fear, anxious, anxiety; allow, permit, let, authorise, authorize, approve, permission,
tolerate; alone, sole, single, only, exclusive; anger, angry, resent, resentment, fury, outrage; announce, declare,
proclaim, statement, declaration; answer, reply, respond, response, react, reaction; appoint, name, nominate, choose,
select, pick; army, military, troops, soldiers, forces; arrest, detain, capture, apprehend, custody; arrive, reach,
come, enter; article, piece, story, essay; ask, request, demand, seek, appeal, call for; assault, attack, raid,
strike, offensive; avoid, evade, escape, elude, dodge, circumvent; author, writer, wrote, write; bad, poor, harmful,
harm, damage; ban, prohibit, forbid, outlaw, bar, banned, prohibition; base, rest on, rely, depend, foundation, basis;
battle, fight, combat, clash, war; begin, start, launch, open, onset, outbreak; believe, think, view, opinion,
consider, regard; benefit, profit, gain, advantage; big, large, great, huge, vast, enormous, major; bomb, explosive,
explode, blast; book, volume, work, monograph; boss, head, chief, leader, lead, director; bribe, payoff, kickback,
corrupt; bring, carry, transport, haul, convey, deliver, ship; bring in, earn, revenue, income, profit, proceeds,
yield; broker, middleman, dealer, intermediary; build, construct, erect, make, set up; business, trade, commerce,
deal, industry; buy, purchase, acquire, procure; cancel, end, stop, halt, suspend, cease, discontinue; carry out,
conduct, perform, do, execute; catch, capture, arrest, seize, intercept; cause, lead to, result, bring about, reason,
produce; challenge, difficulty, problem, obstacle; change, alter, shift, transform, reform, turn; cheap, inexpensive,
low; check, control, inspect, monitor, examine; choose, pick, select, elect, option, choice; citizen, people,
population, inhabitants, residents; city, town, urban; close, shut, near; closer ties, influence, relations, links,
foothold; collapse, fall, crash, fail, failure, breakdown; collect, gather, assemble, harvest; command, order, lead,
direct, instruct; complain, protest, object, objection, criticise, criticize, criticism; conceal, hide, hidden, cover
up, secret, disguise; condemn, denounce, criticise, criticize, deplore; condition, circumstances, state, situation;
confirm, verify, corroborate, prove, establish; connection, link, tie, relation, relationship, contact, association;
consent, approval, agree, permission; contain, include, comprise, hold; continue, go on, persist, keep, last, remain;
control, dominate, rule, govern, command, hold, grip; cooperate, collaborate, work together, join, partner,
cooperation; cost, price, expense, expensive, expenditure, spend; country, nation, state, homeland; court, judge,
trial, tribunal, jury; create, found, establish, set up, form; crime, offence, offense, criminal, wrongdoing; crisis,
emergency, disaster; crop, plant, harvest, cultivation; crowd, crackdown, repress, suppress, clamp down; danger, risk,
threat, threaten, peril, hazard, menace; deadly, lethal, fatal; deal, agreement, treaty, pact, accord, arrangement;
death, die, dead, kill, lose life; decide, decision, determine, resolve; decline, decrease, fall, drop, shrink,
reduce, reduction, lower, diminish, lessen, cut; defeat, beat, overcome, win, victory; defend, protect, guard, shield,
safeguard, defence, defense; delay, postpone, slow, late; deliver, supply, provide, hand over, give, furnish; depart,
leave, exit, go away, withdraw; depend, rely, dependent, dependence, reliant; describe, portray, depict, characterise,
characterize, present, call; destroy, ruin, wreck, demolish, wipe out, eliminate, eradicate; develop, growth, expand,
expansion, evolve; disappear, vanish, missing; discover, find, uncover, detect, reveal, learn; dismiss, fire, sack,
remove, oust; dispute, quarrel, argue, argument, disagree, controversy; distribute, spread, share, hand out; doctor,
physician, medical; document, paper, file, record; double, twice, twofold; doubt, question, uncertain, sceptical,
skeptical; drug lord, kingpin, baron, trafficker, warlord; drug user, addict, consumer, user; drugs, narcotics, dope;
earn, make money, income, wage, profit, pay; easy, simple, easily, effortless; economy, economic, gdp; effort,
attempt, try, endeavour, endeavor, campaign; employ, hire, recruit, work for, engage, use; employee, staff, worker,
personnel; encourage, urge, promote, press, push; end, finish, stop, conclude, over, terminate; enemy, foe, opponent,
adversary, rival; enough, sufficient, adequate; escape, flee, run away, get away; estimate, reckon, assess, guess, put
at, calculate, assessment; exaggerate, overstate, inflate; examine, study, analyse, analyze, investigate, look into,
inquiry, review, explore, probe; excess, surplus, beyond, exceed, over, extra; execute, hang, put to death; expect,
predict, forecast, anticipate, foresee, projected; expel, banish, deport, throw out; expert, specialist, scholar,
analyst; expose, reveal, disclose, uncover, unmask, bring to light; extend, widen, enlarge, expand; fail,
unsuccessful, failure, fall short, miss; fake, false, forged, counterfeit, untrue; famous, prominent, well known,
renowned; farm, field, land, agriculture, rural, village; feeble, weak, fragile; fight, struggle, combat, battle,
counter; find, discover, locate, conclude, conclusion; flow, stream, movement, traffic; follow, obey, heed, comply;
food, crops, feed; forbid, bar, ban, prevent; force, compel, coerce, make, pressure; freedom, liberty, independence;
friendly, friend, ally, partner; frontier, border, boundary; fund, finance, pay for, sponsor, bankroll, money; gang,
mob, mafia, cartel, syndicate; get, obtain, receive, acquire, gain; give, grant, provide, hand, donate, offer; goods,
products, merchandise, cargo, commodities; government, authorities, regime, administration, state; grow, increase,
rise, expand, climb, swell, surge, jump, go up; guard, watch, patrol, security; guerrilla, rebel, insurgent, fighter;
guilty, convicted, culpable, blame; gun, weapon, arms, rifle; happy, pleased, satisfied, welcome; hard, difficult,
tough, severe; harsh, tough, strict, severe, zero tolerance; harvest, crop, yield, output, production; help, support,
back, assist, aid; hinder, hamper, obstruct, block, prevent, impede, thwart, stop; history, past, origin, background;
hurt, harm, injure, damage, wound; idea, plan, proposal, concept; illegal, illicit, unlawful, against the law,
criminal; important, significant, main, key, vital, crucial; improve, better, improvement, progress; income, earnings,
livelihood, living, wages; inform, tell, notify, brief, report; information, intelligence, knowledge, data; innocent,
harmless, blameless; insist, maintain, assert, claim; inspire, motivate, prompt, lead; interview, talk, conversation,
question; invade, occupy, march into, intervene, invasion; involve, take part, participate, part, role, complicit,
hand in, implicate; jail, prison, imprison, lock up, custody; job, work, employment, occupation; journalist, reporter,
correspondent, press; judge, rule, verdict, assess; kill, murder, slay, assassinate, death; know, aware, knowledge,
learn; lack, shortage, without, absence, scarce, miss; language, speech, tongue; launder, wash, clean; law, rule,
legislation, act, legal; lawful, legal, legitimate, licit; lawsuit, sue, court; leave, withdraw, quit, depart, pull
out; legalise, legalize, allow, permit; lie, deceive, mislead, false; likely, probable, may, might; limit, cap,
ceiling, restrict, maximum; live, inhabit, reside, dwell, home; lose, loss, forfeit; lucrative, profitable, pay;
magazine, journal, review, newspaper; make, produce, manufacture, production; market, demand, buyers, customers;
massive, large, huge; meet, meeting, encounter, talks, summit; member, belong, part; method, way, means, technique;
mission, task, operation; money transfer, hawala, remittance; motive, reason, interest, why; mountain, highlands,
uplands, hills; negotiate, talks, bargain; neighbour, neighbor, neighbouring, neighboring, adjacent; new, recent,
fresh, novel; oppose, resist, against, object, opposition, resistance; order, instruct, command, direct; organise,
organize, arrange, run, organisation, organization; origin, source, come from, root; outcome, result, consequence,
upshot; owe, debt, borrow, loan; own, possess, belong, have, property; part, share, portion, fraction, proportion;
pay, payment, money, wage, salary; peace, truce, ceasefire; pilot, crew, aviator, airman; place, location, site, area;
plane, aircraft, airplane, jet, flight; plot, conspiracy, conspire, scheme; poison, spray, herbicide; police,
officers, law enforcement; policy, strategy, approach, doctrine; politician, senator, congressman, lawmaker; poor,
poverty, impoverish, needy; popular, liked, favoured, favored; powerful, strong, mighty; praise, welcome, commend,
applaud; prepare, plan, ready; president, head of state, leader; prevent, stop, avert, keep from, block, hinder, ward
off; prisoner, inmate, detainee, captive; private, personal; promise, pledge, vow, commit, commitment; proof,
evidence, prove; prosecute, try, charge, indict; protest, demonstrate, object; publish, release, print, issue, bring
out, publication, appear; punish, penalty, sentence, punishment; quick, fast, rapid, swift, soon; raise, increase,
lift, push up; reason, cause, motive, ground; rebuild, restore, reconstruct; receive, get, obtain, accept; recruit,
enlist, hire; reduce, cut, lower, curb, decrease; refuse, reject, decline, turn down; relation, ties, relationship,
relations, links; religion, religious, faith, islamic, muslim, church; remain, stay, last; replace, substitute, take
the place, alternative; replant, plant anew, plant again; reporter, journalist, press; research, study, survey,
investigate; resign, step down, quit; respect, esteem, regard; restore, renew, resume, grant again; restrict, limit,
curb, constrain; return, come back, go back, again; reveal, disclose, show, expose; revolt, uprising, rebellion,
insurrection; rich, wealth, wealthy; rival, competitor, opponent; route, road, path, way, corridor, line; ruler,
leader, dictator, strongman; rumour, rumor, gossip, said to; safe, secure, safety, security; school, university,
education, student; scope, extent, range, area; sea, ship, boat, vessel, freighter, maritime; search, look for, hunt;
secret, covert, clandestine, hidden, undercover; seize, confiscate, capture, take; sell, market, peddle, sold, deal,
trade; send, ship, dispatch, deploy; shape, influence, mould, mold, form; shoot down, down, bring down; show,
demonstrate, prove, indicate, suggest, depict; sign, mark, indication, evidence; silence, gag, suppress, censor, hush;
similar, alike, like, same; slave, slavery, bondage, forced labour, forced labor; slow, gradual, sluggish; small,
little, minor, slight; smuggle, traffic, contraband; soldier, troop, fighter, military; solve, settle, resolve,
solution; spend, cost, expenditure, invest; spread, extend, expand, disperse; spy, intelligence, secret service,
agent; stable, steady, stability; stop, end, halt, cease, quit, prevent, put an end; strength, strong, power;
strengthen, reinforce, boost, fortify; strict, tough, harsh, severe; succeed, success, effective, work; suffer, hit,
affected, victim; suicide, kill himself, kill herself, takes his own life; supervise, oversee, oversight, monitor;
suspect, alleged, suspicion; tax, levy, toll, duty; teach, train, instruct, educate; television, tv, film, drama,
series; terrorist, militant, extremist; think, believe, hold, consider; threaten, endanger, menace, jeopardise,
jeopardize; torture, abuse, mistreat; track, trace, follow, radar; train, teach, drill, prepare; transit, pass
through, go through, way through; treat, treatment, therapy, cure; trick, deceive, fool, mislead; true, correct,
accurate, real; trust, believe, credible, rely, confidence, credibility; try, attempt, effort, seek; understand,
grasp, comprehend; unemployed, jobless, idle, without work; unrest, violence, turmoil, instability, unstable;
unreliable, inaccurate, doubtful, uncertain; useless, vain, futile, pointless, waste, ineffective; valuable, worth,
value; victim, casualty, dead; village, community, communities, rural; violence, bloodshed, killing, fighting; visit,
travel, go to, trip; vote, election, elect, poll; warn, caution, alert, warning; waste, squander, lose; weaken,
undermine, erode, cripple; withdraw, pull out, retreat, leave; witness, testify, testimony; woman, female, girl;
worth, value, revenue; worsen, deteriorate, aggravate, worse; young, youth, teenager
"""

_FAMILIES: Final = tuple(
    tuple(part.strip() for part in group.split(",")) for group in " ".join(_GROUPS.split()).split(";")
)


def _others() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for family in _FAMILIES:
        for word in family:
            key = " ".join(stem(part) for part in word.split())
            found.setdefault(key, []).extend(other for other in family if other != word)
    return {key: tuple(dict.fromkeys(others)) for key, others in found.items()}


ALIKE: Final = _others()
"""For the stem of each word, or of each word of a phrase, what says nearly the same."""
