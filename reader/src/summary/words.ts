/** Offices that raise matters without a name, folded, without "vice", "deputy" and the like. */
export const officesThatRaise: ReadonlySet<string> = new Set(
  (
    'chair|chairs|chairperson|chairman|chairwoman|moderator|facilitator|rapporteur|convenor|convener|president|secretary|' +
    'secretary general|executive secretary|director general|secretariat|presenter|host|representative|representatives|delegate|' +
    'delegation|observer|spokesperson|spokesman|spokeswoman'
  ).split('|'),
)

const matters = '(?:point|issue|matter|comment|question|intervention|remark)s?'
const raised = '(?:raised|made|proposed|suggested|supported|seconded|put)'

/** What may stand before names in parentheses: "raised by Ms. Roe". */
export const beforeRaisers = new RegExp(
  `^(?:(?:and|with|also|from|speakers?:?|${raised}:|(?:${matters} )?(?:${raised} )?by)\\s+)+`,
  'i',
)

/** "… (raised by Ms. A. Roe)." at the end of a paragraph. */
export const raisersAtEnd = new RegExp(`[([]((?:${matters} )?${raised} by [^()[\\]]{3,200})[)\\]][.\\s]*$`, 'i')

/** "Several participants": said to have raised it, and nobody by name. */
export const raisedByNobody =
  /^(?:and\s+)?(?:others|(?:other|several|various|many|some|all)\s+\p{L}+|participants|various|several|general|all|et al\.?)$/iu

/** Verbs with which a sentence reports, and no heading. */
export const reports =
  /\b(?:said|noted|stated|asked|explained|suggested|proposed|remarked|raised|opened|closed|observed|welcomed|replied|commented)\b/

/** What only a sentence holds, and no heading. */
export const ofSentence =
  /\b(?:should|must|could|would|will|shall|can|may|might|ought|cannot|is|are|was|were|has|have|had|needs?)\b/
