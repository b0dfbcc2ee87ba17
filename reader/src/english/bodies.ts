import { fold } from '../names.js'
import { whileReading } from '../once.js'

/** Words that only names of organizations hold. */
const bodyWords =
  'university univ universities universite universität institute institution institut ministry ministries department office offices council foundation agency bank commission committee subcommittee ' +
  'organization organisation organizations organisations association society union federation confederation alliance league inc ltd llc plc gmbh corp corporation company group ' +
  'guild club cooperative syndicate brotherhood choir orchestra theatre theater gallery archive archives library zoo observatory parish diocese church mosque temple hotel shop farm mill ' +
  'college school faculty academy embassy mission delegation secretariat government fund forum authority board bureau court tribunal chamber parliament senate assembly congress party trust ' +
  'center centre laboratory hospital museum network consortium coalition headquarters directorate administration institute observatory press times newspaper broadcasting ' +
  'panel cabinet command forces police cooperative ngo'

const strong: ReadonlySet<string> = new Set(bodyWords.split(' '))

const otherNames =
  'the eu|eu|european union|un|united nations|usa|us|u s|united states of america|uk|u k|united kingdom of great britain and northern ireland|uae|drc|russian federation|republic of korea|rok|korea|dprk|' +
  'viet nam|britain|great britain|england|scotland|wales|northern ireland|soviet union|ussr|holland|america|ceylon|siam|persia|formosa|malaya|indochina|rhodesia|tanganyika|czechoslovakia|yugoslavia|east germany|west germany|united arab republic|communist china|nationalist china|north korea|south korea|north vietnam|south vietnam|vietnam|commonwealth|turkey|czech republic|ivory coast|cote d ivoire|tanzania|united republic of tanzania|iran|islamic republic of iran|syria|laos|lao pdr|bolivia|venezuela|moldova|republic of moldova|' +
  'swaziland|macedonia|north macedonia|cape verde|timor leste|east timor|burma|palestine|state of palestine|kosovo|holy see|taiwan|hong kong|micronesia|brunei|congo|the gambia|' +
  'african union|au|asean|g77|group of 77|aosis|oecd|nato|world bank|imf|ecowas|igad|caricom|arab league|least developed countries|ldcs'

/** Countries come from the platform's own list of regions (CLDR), so that none has to be kept by hand. */
const regionNames = (): string[] => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap((a) => letters.flatMap((b) => names.of(a + b) ?? [])).map(fold)
}

const countriesAndUnions: ReadonlySet<string> = new Set([...regionNames(), ...otherNames.split('|')])

/** The names of countries and unions, folded and without "the". */
export const countryNames: readonly string[] = [...countriesAndUnions].map((name) => name.replace(/^the /, ''))

const bare = (text: string): string => fold(text).replace(/^the /, '')

/** Whether a text is the name of a country or of a well-known union of countries. */
export const isCountry = (text: string): boolean => countriesAndUnions.has(bare(text))

/** Whether a text is one abbreviation in capitals, as bodies are called ("WMO", "UN-Habitat"). */
export const isAcronym = (text: string): boolean =>
  /^(?:the )?(?=\S*\p{Lu}\S*\p{Lu})\p{Lu}[\p{L}\p{N}&./-]{1,14}$/u.test(text.trim()) && /\p{Lu}{2}/u.test(text)

/** Whether a folded word is one that only organizations hold. */
export const isBodyWord = (word: string): boolean => strong.has(word)

/** Whether a text holds a word that only organizations hold. */
export const holdsBodyWord = (text: string): boolean => fold(text).split(' ').some(isBodyWord)

/** Whether a text names a body: a country, an abbreviation, or words that only organizations hold. */
export const isBody = whileReading((text: string): boolean => isCountry(text) || isAcronym(text) || holdsBodyWord(text))

/** Whether the last word of a text is one that only organizations end in, or an abbreviation ("… Trust", "… Inc.", "UNDP"). */
export const endsInBody = (text: string): boolean => {
  const last = text.trim().split(/\s+/).at(-1) ?? ''
  return strong.has(fold(last)) || (isAcronym(last) && !/[,;]$/.test(last))
}
