"""How people ask to be told something: « j'aimerais comprendre… », « indiquez-moi… ». It is no matter."""

import re

_ME = r"(?:me |m[ '’] ?|nous )?"
_KNOW = (
    r"(?:savoir|connaitre|comprendre|apprendre|decouvrir|obtenir|retrouver|reperer|verifier"
    rf"|qu ?['’]?on (?:{_ME}(?:dise|explique|indique|rappelle))"
    r"|etre (?:informee?|eclairee?|renseignee?|fixee?)(?: sur| de| d| quant)?)"
)
_TELL = (
    r"(?:(?:re)?dire|indiquer|preciser|communiquer|rappeler|confirmer|expliquer|exposer|detailler|donner|fournir"
    r"|apprendre|faire (?:savoir|connaitre)|(?:eclairer|renseigner|informer)(?: sur| de| quant)?"
    rf"|aider a {_KNOW})"
)
_WISH = (
    r"(?:voudr(?:ais?|ions)|voulais|veux|voulons|souhait\w+|aimer(?:ais?|ions)|desir\w+|cherch\w+ a"
    r"|(?:essa[iy]\w+|tent\w+|(?:ai|aurai[st]?) (?:bien )?besoin"
    r"|serais? (?:bien |tres )?(?:curieu(?:x|se)|ravie?|interessee?|heureu(?:x|se))) (?:de|d ?['’])"
    r"|aurai[st]? (?:bien )?(?:aime|voulu|souhaite)"
    r"|aurions (?:aime|voulu|souhaite))"
)
REQUEST = re.compile(
    rf"\b(?:(?:je|j ?['’]?|nous|on) ?)?{_WISH} (?:bien |juste |vraiment |mieux |de )?{_KNOW}\b"
    r"|\b(?:je me|on se|jme) (?:demand(?:e|ais?|ait)|renseigne|pose la question)\b"
    r"|\bje m ?['’]? ?interroge(?: sur)?\b"
    rf"|\b(?:pou(?:vez|rriez|rrais)|peux|saur(?:iez|ais)|savez|sais)[- ](?:vous|tu) (?:bien )?{_ME}{_TELL}\b"
    r"|\b(?:vous|tu) (?:pou(?:vez|rriez|rrais)|peu[tx]?|saur(?:iez|ais)) (?:bien )?"
    rf"(?:me|m['’]?|nous) ?{_TELL}\b"
    r"|\b(?:auriez|avez|aurais|as)[- ](?:vous|tu) l ?['’]?(?:amabilite|obligeance|gentillesse) de "
    rf"(?:bien vouloir )?{_ME}{_TELL}\b"
    rf"|\b(?:veuillez|merci de|prie de|vouloir)(?: bien)?(?: vouloir)? {_ME}{_TELL}\b"
    r"|\b(?:(?:re)?di(?:te)?s|indique[zr]?|precise[zr]?|rappele[zr]?|rappelle|communique[zr]?|confirme[zr]?|apprene[zr])"
    r"[- ](?:moi|nous)\b"
    r"|\b(?:montre[zr]?|sor(?:s|tez)|donne[zr]?|(?:re)?trouve[zr]?|envoye[zr]|balance|file)[- ](?:moi|nous)\b"
    r"|\b(?:vous|tu) au(?:riez|rais)(?= (?:une?|le|ce|des|les) )|\bau(?:riez|rais)[- ](?:vous|tu)"
    r"(?= (?:une?|le|ce|des|les) )|\bvous l ?['’]? ?(?:auriez|avez)\b|\bpar hasard\b"
    r"|\b(?:i ?['’]? ?d|i would|we ?['’]? ?d) (?:like|love) to (?:know|understand|find out|learn)\b"
    r"|\b(?:i ?['’]? ?m|i am|i was) (?:just )?(?:wondering|trying to (?:understand|find out|work out))\b"
    r"|\b(?:i (?:just )?wonder|(?:could|can|would) you (?:please )?tell me)\b"
)
"""What of a folded message asks to be told, without what it asks for."""
