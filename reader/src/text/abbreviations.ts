/** Abbreviations that are never the last word of a sentence: titles before a name, and the like. */
export const neverLast: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx messrs mses mme mlle dr drs prof profs amb hon rev fr sr st ste mt ft gen lt col maj capt cmdr adm sgt brig gov ' +
    'sen rep pres supt atty rt ven cllr cllrs clr eng ing ald cdr cpl h.e e.g i.e cf viz vs approx ca incl excl z.b d.h u.a hr'
  ).split(' '),
)

/** Abbreviations that a number follows: with one they do not end a sentence, without one they may be words of their own. */
export const beforeNumbers: ReadonlySet<string> = new Set(
  'no nos nr art arts para paras pp p ch chap sec sect fig figs vol vols res doc op add corr rev app ann ex'.split(' '),
)

/** Abbreviations that may stand at the end of a sentence, and end it when the next word opens one. */
export const maybeLast: ReadonlySet<string> = new Set(
  (
    'inc ltd co corp bros dept univ est etc jr snr esq govt assn int intl al cit ed eds a.m p.m ph.d m.d d.c u.s u.n u.k e.u ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri'
  ).split(' '),
)

/** Words that open a sentence far more often than they go on with a name. */
export const sentenceOpeners: ReadonlySet<string> = new Set(
  (
    'the a an this that these those he she they it we i you his her their its our there here in on at as with while when where ' +
    'whilst then after before next later now afterwards although though if since because for from to by of and but however moreover furthermore finally also another one ' +
    'some several many most other others no not both each all any such what who how why mr mrs ms dr prof amb participants miss cllr cr councillor councilmember councilman councilwoman councilor senator sir dame lord lady sen rep commissioner alderman mayor'
  ).split(' '),
)
