"""Figures of speech, and other turns that few words say as well, told plainly: no report on windows is meant
by « l'argent jeté par les fenêtres ».
"""

from __future__ import annotations

import re

from actions.conversation.going_on import goes_on_with
from actions.conversation.wishes import without_complaint
from bot.full_name import with_initials
from bot.own_trade import without_own_trade
from bot.reasons import without_reason
from bot.what_it_is import only_asks_what_it_is
from nlu.spelling import without_fillers

_SPACES = re.compile(r"[ \t\u00a0]{2,}")
_LONG_E = "[eéêè]"
_EARNED = r"j['’ ]?aurais (?:eu|re[çc]u|touch[ée]|gagn[ée])"
_TO_A_POST = (
    r"(?= (?:au programme|chez vous|comme)\b| (?:pour|sur|à) (?:une?|le|la|ce|cette|votre|vos|être|devenir)\b"
    r"| ?[?!.]*$)"
)
"""« puis-je appliquer au programme ? », as is said in Québec."""
_SEEN = r"(?:(?:je vois|j['’ ]?ai (?:vu|lu)) )?"
_STANDS_FOR = r"(?:veut dire|signifie|correspond)(?:(?: [àa])? quoi)?"
_PROMOS = r"promo(?:tion)?s? ([1-7])"
_NOT_SO_LONG = r"\b(?! (?:mois|ans|jours)\b)"
_NO_HOST = r"(?!.*(?:candidat|postul|accueil|appl[iy]|host|eigs?\b))"
_HOME = r"([^,.;?!]{3,40})[,.;]+ *(?:et |and )?([^?!]{0,40}?)"
"""« j'habite Dieppe, ma ville est-elle endettée ? » asks of Dieppe, but for what any town may do."""
_WRITES_ON = (
    r"(?:je |nous |j['’ ]?)(?:pr[ée]par|[ée]cri|fai|r[ée]dig|travaill)\w*(?: une?| mon| ma| notre)? ?"
    r"(?:article|papier|m[ée]moire|expos[ée]|dossier|reportage|[ée]tude|th[èe]se|cours)? ?(?:sur|about)"
)
_WHAT_OF_IT = (
    r"quel(?:le)?s rapports (?:en|l[àa][- ]dessus) (?:parl|trait)\w+|quels rapports l[àa][- ]dessus"
    r"|que (?:pouvez[- ]vous|peux[- ]tu) (?:me|m['’]en) dire"
    r"|(?:vous avez|avez[- ]vous|tu as) (?:quoi|des rapports) l[àa][- ]dessus"
)
"""« je prépare un article sur l'eau. Quels rapports en parlent ? »: on what is told around the question."""
_OVER = r"(?:finie?|termin[ée]e?|achev[ée]e?|pass[ée]e?)\b"
_STATED = r"(\b(?:je|j['’]|nous|on|notre|mon|ma)\b[^.?!]{5,120})"
_IN_THE_WAY = r"(?:un obstacle|bloquant|r[ée]dhibitoire|[ée]liminatoire|un probl[èe]me)\b"
"""« je n'ai jamais monté de boîte. Est-ce rédhibitoire ? » asks of what is stated before it."""
_ONCE = r"(?:(?:j['’ ]?[ée]tais|j['’ ]?ai [ée]t[ée]) |ancien(?:ne)?s? |ex[- ])"
_COMES_BACK = r"\b(?=[\s\S]*\b(?:reven\w+|re-?candidat\w+|re-?postul\w+|re-?travaill\w+|(?:à|de) nouveau)\b)"
"""« j'étais EIG dans la promo 2, puis-je revenir ? » asks of today."""
_HAS_SAID = r"(?:a|elle a|a[- ]t[- ]?elle) (?:d[ée]j[àa] )?(?:dit|publi[ée]|[ée]crit|fait|rendu|sorti)"
_OUR_PROGRAMME = (
    r"(?:le programme(?: eig\b| (?:des )?entrepreneurs d['’ ]?int[ée]r[êe]t g[ée]n[ée]ral)"
    r"|les (?:eigs?\b|entrepreneurs d['’ ]?int[ée]r[êe]t g[ée]n[ée]ral))"
)
_STUDIES = r"(?:l[123]|m[12]|licence|master|bts|but|dut|terminale|pr[ée]pa|fac|bachelor)"
"""« un jeune dev de 22 ans en L3 »: what they study decides, not the age."""
_MEANT = {
    rf"jet\w+ (?:l['’ ]?argent |son argent |de l['’ ]?argent )?par (?:les|la) fen{_LONG_E}tres?": "gaspillé",
    r"la mer [àa] boire": "difficile",
    r"(?:ne )?mange(?:rait|ra)? pas de pain": "ne coûte rien",
    rf"jet(?:te|er|ons|ez)\w* l['’ ]?{_LONG_E}ponge": "abandonne",
    rf"(?:les yeux de la t{_LONG_E}te|la peau (?:des fesses|du cul)|une blinde)": "cher",
    rf"(?:on|[çc]a) marche sur la t{_LONG_E}te": "c'est absurde",
    rf"(?:est |sont |a |ont )?tomb{_LONG_E}e?s? [àa] l['’ ]?eau": "a échoué",
    rf"(?:un )?coups? d['’ ]?{_LONG_E}p{_LONG_E}e dans l['’ ]?eau": "sans effet",
    r"(?:de la )?poudre aux yeux": "sans effet",
    r"au bout du fil": "au téléphone",
    r"d['’ ]une part,? ?(?=.{3,300}d['’ ]autre part\b)": "",
    r"(?:et )?d['’ ]autre part,?": "et",
    r"(?:fai[st]|faites)[- ](?:moi|nous) le (?:d[ée]compte|compte|total)(?: des?\b| ?:)": "combien de",
    r"(?:j['’ ]?ai|je|on|nous) (?:souvent )?(?:vu|vois?t?|entendu) passer le nom(?: d[eu]\b| d['’])? ?": "",
    r"(?:j['’ ]?ai|je|on|nous) (?:vu|vois?t?|voyons|lu|lis) une? (?:projet|d[ée]fi|truc|outil|programme)"
    r" (?:qui|ki) s['’ ]?app?el+e ": "",
    r"(?:une personne|quelqu['’ ]?un|un profil) (?:dans mon cas|comme (?:moi|le mien))"
    r"(?=[^.?!]* (?:gagn|touch|pa[iy]|percev|percoi))": "un EIG",
    rf"d['’ ]?appliquer{_TO_A_POST}": "de postuler",
    rf"(?<!à )(?<!l['’])(?<!les )(?<!la )(?<!le )appliquer{_TO_A_POST}": "postuler",
    r"(\w*[ae]) t (?=(?:elles?|ils?|on)\b)": r"\1-t-",
    r"combien d[ée]j[àa](?=\W*$)": "combien",
    r"(?<=et )en ([1-7])(?= (?:combien|cb|ils|elles|on|il y|c['’ ]?(?:est|[ée]tait))\b)": r"en promotion \1",
    rf"(?:{_EARNED} combien|combien {_EARNED})(?: de salaire|(?! d['’e]))": "j'aurais eu quel salaire",
    r"grave,? docteur": "grave",
    r"(?<!une )(?<!la )(?<!point )virgule(?=\W+\w)": ",",
    r"(?<!le )(?<!un )(?:grand )?point d['’ ]?interrogation": "?",
    r"(?:tu|vous) (?:ne )?(?:te|vous) tromp\w+ pas(?=\W*$)": "t'es sûr",
    r"est[- ](elle|il) (?:riche|pauvre)": r"\1 est dans quelle situation financière",
    rf"{_WRITES_ON} ([^.!?;:]{{3,60}})[.!;:] *(?:{_WHAT_OF_IT})(?=\W*$)": r"quels rapports sur \1",
    r"il y a (?:deux|trois|2|3|plusieurs) rapports,? (?:non|hein|c['’]est [çc]a) ?\? *(?=\w)": "",
    r"(?:et )?(mon|ton|votre|leur|un|le) gsm(?: il| elle)? est(?:[- ]il)?\b": r"\1 téléphone portable est-il",
    r"(mon|ton|votre|leur|un|le) gsm\b(?!-)": r"\1 téléphone portable",
    r"o[uù] en (?:[ée]tait|est)-on\b": "quel était l'état d'avancement",
    r"(?:vous avez|avez[- ]vous) (?:encore|toujours) (?:la|sa|une) fiche": "c'est quoi la fiche",
    r"je (?:ne |n['’ ]?)?suis (?:plus|pas) [ée]tudiante?, *(?=\w)": "",
    r"(?:je (?:ne )?comprends (?:plus )?rien [àa] vos promo(?:tion)?s?,? )?"
    r"on (?:en )?est [àa] (?:la combien|quelle promo(?:tion)?)\b(?: (?:l[àa]|aujourd['’]hui|maintenant))?": (
        "quelle est la dernière promotion"
    ),
    r"que (?:dit|pense) la cour des comptes (?:du programme(?: eig)?(?! \d)|des eigs?)": (
        "l'avis de la Cour des comptes sur le programme EIG"
    ),
    rf"(?:est[- ]ce que )?la cour des comptes {_HAS_SAID}[^.?!]{{0,40}}? sur {_OUR_PROGRAMME}": (
        "l'avis de la Cour des comptes sur le programme EIG"
    ),
    r"(?:je suis |suis )?(?:un |une )?[ée]lue? (?:local|municipal|d[ée]partemental|r[ée]gional)e?(?: ici)?\b"
    r"(?=[^?!]*\bon (?:peu[tx]?|a (?:le )?droit|pourrait)\b)": "une collectivité",
    rf"(?:de |a |, ?)?\d\d ans,? (?:et )?(?:[ée]tudiante? )?(?=en {_STUDIES}\b)": "",
    r"produit(s?) de la (?:promo(?:tion)? )?([1-7])(?:e|[eè]me)?\b": r"défi\1 de la promotion \2",
    r"(?:et )?(?:la dinum,? c['’ ]?est (?:qui|quoi)|c['’ ]?est (?:qui|quoi) la dinum)(?=\W*$)": (
        "la DINUM, c'est quoi"
    ),
    r"(?:il )?faut[- ](?:il )?(?:pr[ée]voir |avoir )?un budget(?=\W*$)": (
        "faut-il un budget pour accueillir un EIG"
    ),
    r"(?<=\bet )l['’]apprentissage(?=\W*$)": "en contrat d'apprentissage",
    r"(?<![\s\S])(?:et )?en province(?: en g[ée]n[ée]ral)?(?=\W*$)": "les défis en province",
    r",? *(?:mais )?(?:son|leur) nom m['’]échappe(?=\W*$)": ", qui est-ce",
    rf"(?:i live in|i['’ ]?m from){_NO_HOST} {_HOME}(?:my|our) (?:town|city|village)\b": r"\2\1",
    rf"j['’ ]?habite{_NO_HOST} (?:[àa] )?{_HOME}(?:ma|notre) (?:ville|commune)\b": r"\2\1",
    rf"{_PROMOS},? ([1-7]),? (?:et )?([1-7]){_NOT_SO_LONG}": r"promotions \1, \2 et \3",
    rf"{_PROMOS} ([1-7]){_NOT_SO_LONG}": r"promotions \1 et \2",
    r"linked ?in (?:de l['’ ]?[ée]quipe|des eigs?|du programme)": "compte LinkedIn",
    rf"{_SEEN}(?:le|ce) (?:sigle|acronyme) (\w{{2,8}})\b[^?!.]{{0,60}}\b{_STANDS_FOR}": r"que veut dire \1 ?",
    r"(?:ils?|elles?) (?:s['’ ])?en (?:sort(?:ent)?|tire(?:nt)?)(?: (?:bien|comment))?(?=\W*$)": "ça va",
    r"(?:tu connai[st]|vous connaissez|connaissez[- ]vous|connais[- ]tu)(?: un peu)? "
    r"(?=[^?!.,]{3,60}\W*$)": "",
    r"remettre (?:sur (?:les|de bons) rails|sur pied)": "redresser",
    r"(?:vous avez|(?:t['’ ]|tu )as|avez[- ]vous|as[- ]tu) (?:\d+|deux|cinq|une|quelques) (?:petites? )?"
    r"(?:min(?:ute)?s?|secondes?)\b[ ?,.]*": "",
    r"(?:do you have|got) (?:a|\d+|two|five) (?:min(?:ute)?s?|seconds?)\b[ ?,.]*": "",
    r"down the (?:drain|toilet)": "wasted",
    r"(?:an )?arm and a leg": "a lot",
    r"throw\w* in the towel": "give up",
    r"(?<![\s\S])qui pour (?:le d[ée]fi )?([\w@:-]{4,}(?<!er)(?<!ir)(?<!re))(?=\W*$)": (
        r"qui a travaillé sur \1"
    ),
    r"(?:did|have) (?:i|we) miss(?:ed)? the (?:boat|bus|train)\b": "is it too late to apply",
    r"(?<![\s\S])(?:ah |euh )?(?:non|pardon|oups|d[ée]sol[ée]e?)[ ,]+(?:(?:pas|non) (?:en )?\d{4}[ ,]+)?"
    r"(?:je (?:voulais dire|parlais de) |c['’ ]?[ée]tait |en )?((?:19|20)\d\d)"
    r"(?:[ ,]+(?:pardon|plut[ôo]t|d[ée]sol[ée]e?|je voulais dire))*(?=\W*$)": r"et en \1",
    r"(?:je (?:suis|viens)|on est|nous sommes) (?:de |d['’])[A-ZÀ-Ý][\w-]{2,20},? (?:et|mais) "
    r"(?=(?:ma|mon|mes|notre|nos) [^?.!]{2,40}[,.?])": "",
    r"(?:ah|oh|euh|oui|ah oui|oups) (?:oui |non )?(?:pardon|d[ée]sol[ée]e?|excusez[- ]moi)[ ,:]+"
    r"(?=\w[^?.!]{2,40}\W*$)": "",
    r"(?<![\s\S])pis (?=(?:l[ae]s?|l['’]|pour|si|en|à|un|une|mon|ma)\b)": "et ",
    r"(?:k[ée]sako|qu['’ ]?[eé]s[- ]?aco)\b": "c'est quoi",
    r"(?<=les )devs?\b": "développeurs",
    r"(?<=[,.;!] )(?:je|on) peu[tx] venir(?: chez vous)?(?=\W*$)": "je peux candidater",
    r"(?<![\s\S])([^?!.,;:]{8,80}?)[,:] *(?:un |des )?rapports? ?\?+\s*$": r"un rapport sur \1 ?",
    r"(?:c['’ ]?est|ct) o[uù] (?:le|ton|votre) (?:boulot|taf|job)\b": "où travaillent les EIG",
    r"(?<=, )genre (?=(?:en |la )?promo)": "",
    r"(?<=tranger) (?:genre|style|par exemple|comme) [^,.;?!]{3,25}": "",
    r"\b(?:le|la) (?:gars|mec|type|meuf|nana) (?:de |du |d['’ ])(?!(?:la|l['’]|les)\b)": "l'EIG de ",
    r"quels (projet|d[ée]fi|rapport)\b": r"quels \1s",
    r"tenter (?:sa|ma|leur|notre) chance": "candidater",
    r"(?:combien|cb|cmb) de chances? (?=qu|d['’e]|pour|ke\b)": "quelles sont mes chances ",
    rf"une fois (l[ae]|s[ao]n?|m[ao]n?|leur|notre|votre) (mission|contrat|programme|d[ée]fi) {_OVER}": (
        r"après \1 \2"
    ),
    r"est[- ]ce (?:bloquant|r[ée]dhibitoire|[ée]liminatoire) (?:pour|de)(?= \w+er\b)": "peut-on",
    rf"{_STATED}[.] *est[- ]ce {_IN_THE_WAY}": r"\1, est-ce un obstacle",
    r"faut[- ]il que (?:je|l['’]on|on) soi[st]": "dois-je être",
    rf"{_ONCE}eigs? (?:dans |de |en |pour |à )?(?:la )?promo(?:tion)? [1-7]{_COMES_BACK}": "ancien EIG",
    r"bureaux? (?:de|[àa]) (lyon|rennes)\b(?![- ]m[ée]tropole)": r"bureau de la DINUM à \1",
    r"(?<=\w )chez beta\b(?![. ]*gouv)": "sur beta.gouv.fr",
}
"""What is said → what is meant by it."""
_FIGURES = [(re.compile(rf"\b{said}", re.I), meant) for said, meant in _MEANT.items()]
_ANY = re.compile(rf"\b(?:{'|'.join(_MEANT)})", re.I)


def without_idioms(text: str) -> str:
    """``text`` with what its figures of speech mean; as it is where it says nothing else."""
    if _ANY.search(text) is None:
        return text
    plain = text
    for said, meant in _FIGURES:
        plain = said.sub(meant, plain)
    return plain if plain.strip(" ?!.,") else text


def plainly(text: str) -> str:
    """What of a message asks: no fillers, no figures of speech, no complaint on the answer before, no more
    than « et la 5 ? » where it goes on, no trade of its author that narrows nothing, no reason for asking,
    and the initials of the programme for its name.
    """
    what_it_is = only_asks_what_it_is(text)
    if what_it_is is not None:
        return what_it_is
    said = without_own_trade(without_fillers(_SPACES.sub(" ", text)))
    asked = without_reason(without_complaint(without_idioms(said)))
    return with_initials(goes_on_with(asked))
