/** What stands behind a family name in Japanese and Chinese records and says what somebody is. */
const titles =
  '副?委員長|副?委员长|副?議長|副?议长|副?会長|副?会长|副?理事長|副?座長|副?主席|副?主任|副?大臣|副?知事|副?市長|副?町長|副?村長|副?区長|事務局長|事務局次長|政務官|委員|委员|理事|監事|幹事|課長|課長補佐|部長|部长|局長|局长|次長|係長|室長|所長|市長|町長|村長|区長|知事|校長|院長|社長|准?教授|議員|议员|主査|主幹|参事|参考人|代表|顧問|書記|秘書|记者|記者'
/** What is said to anybody, as "Mr." is. */
const honorifics = '氏|さん|様|君|先生|女士'
const letters = '[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}々ー]'

const withTitle = new RegExp(`^(${letters}{1,8}?)(?:[\\s　]?(${titles}))(?:${honorifics})?$`, 'u')
const withHonorific = new RegExp(`^(${letters}{1,8}?)(?:[\\s　]?(?:${honorifics}))$`, 'u')
const titleFirst = new RegExp(`^(${titles})[\\s　]+(${letters}{1,8}(?:[\\s　]${letters}{1,6})?)$`, 'u')
const office = new RegExp(`^(?:${titles}|事務局|司会|司会者|議事進行|进行人|主持人|会議主宰)$`, 'u')
const nobody = /^(?:一同|参加者|傍聴者|会場|質問者|発言者|不明|某委員)(?:[A-ZＡ-Ｚ\d０-９]{0,2})$/u

/** Whether a label in Japanese or Chinese is an office by itself: "委員長", "事務局". */
export const isCjkOffice = (text: string): boolean => office.test(text)

/** Whether it says that somebody speaks, and of nobody in particular. */
export const isCjkNobody = (text: string): boolean => nobody.test(text)

/** "田中委員", "山本さん": the name, and what its holder is; null where it is written otherwise. */
export const cjkName = (text: string): { readonly name: string; readonly title: string | null } | null => {
  if (office.test(text)) return null
  const titled = withTitle.exec(text)
  if (titled?.[1]) return { name: titled[1], title: titled[2] ?? null }
  // "会長　中村", as lists print it
  const before = titleFirst.exec(text)
  if (before?.[2]) return { name: before[2], title: before[1] ?? null }
  const called = withHonorific.exec(text)
  return called?.[1] ? { name: called[1], title: null } : null
}
