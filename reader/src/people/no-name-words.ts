const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that stand in headings, fields and sentences, and in no name; folded. */
export const wordsOfNoName = set(
  'january february march july september october november december monday tuesday wednesday thursday friday saturday ' +
    'sunday today tomorrow yesterday action actions agenda apologies absent all any attendance attendees item items note notes minutes ' +
    'meeting present none nobody everyone everybody others other decision decisions discussion date time location place next new old part ' +
    'annex appendix table figure section update updates report reports review questions question answer summary conclusion introduction ' +
    'background status topic topics subject issue issues pull request version release thanks hello hi yes no please see link links url http ' +
    'https todo resolved agreed motion vote votes quorum regrets guests guest member members public various several some many most both each ' +
    'every this that these those there here what when where who why how group team council committee board department ministry office ' +
    'company working project welcome opening closing adjournment but if it we you they he she my our your ' +
    'his her their participants participant remarks remark introductory statement statements presentation presentations overview address ' +
    'speech session keynote recommendations steps debate hearing evidence llp plc ltd gmbh ag llc inc nv bv kg jv corp room palace avenue building floor side remote online recording minute approved regular',
)

/** Words of grammar, and what programs call themselves and screens, which stand nowhere in a name. */
export const functionWords = set(
  'the of in on at for to by with from and or as is was were are not notetaker presentation iphone ipad',
)

/** Months that are given names too: no name by themselves. */
export const months = set('april may june august')

/** Honorifics that stand at the beginning of a name, and nowhere else in it. */
export const plainHonorifics = set('mr mrs ms mx dr prof cllr sir mme mlle hon rev')

/** First words of headings of two words and more, and no given names: "Public Comment", "Open Floor". */
export const firstWordsOfNoName = set(
  'vice deputy associate assistant acting senior junior interim former incoming outgoing town city parish county district borough general ' +
    'special annual open final draft emeritus',
)

/** What heads a title, or names a body, and is a family name too ("Ada Dean"). */
export const surnamesToo = set(
  'dean judge bishop major marshal head reader master warden constable steward priest provost fellow commander chaplain pilot doctor ' +
    'captain general page church temple parish court mill press farm lead steward surveyor clerk baron',
)

/** Offices of which each word might be one of a name. */
export const offices: ReadonlySet<string> = new Set([
  'town clerk',
  'county clerk',
  'lord mayor',
  'attorney general',
  'master pilot',
])
