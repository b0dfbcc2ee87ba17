/** Words of meetings, each list once; patterns are put together from them. */

/** The words of a list as alternatives of a pattern. "_" stands for a space. */
export const alternatives = (...lines: readonly string[]): string =>
  lines.join(' ').trim().split(/\s+/).join('|').replaceAll('_', ' ')

const whole = (...lines: readonly string[]): RegExp => new RegExp(`^(?:${alternatives(...lines)})$`, 'iu')

/** Bodies that are the meeting itself: what they say, nobody in particular says. */
export const gathering = new RegExp(
  `^(?:the )?(?:${alternatives(
    'meeting (?:(?:full|executive|town|parish|city|county|whole)_)?' +
      '(?:board|committee|council|commission|group|panel|assembly|cabinet|senate)',
    'conference workshop working_group forum members? trustees governors directors parties delegates participants delegations',
    'governing_body sub-?committee task_force party plenary session community public chamber house',
  )})$`,
  'i',
)

/** Words that name a body by its kind alone, once it is known which is meant. */
export const kindsOfBody = whole(
  'secretariat ministry office association agency authority federation department company union league institute',
  'bureau administration government management directorate unit service university trust bank fund executive network alliance',
)

/** Words in capitals at the beginning of a sentence that no name begins with. */
export const noName = new RegExp(
  `^(?:${alternatives(
    'His Her Its Their Our My Your This That These Those Such Each Every Any No Some All',
    'In On At As If When While After Before For With Under Following',
  )})\\b`,
)

/** Those who are there for a body. */
export const representatives = alternatives(
  'delegations? delegates? representatives? observers? spokes(?:person|man|woman)',
)

/** Last words of names that an abbreviation is made of, and that are no body's. */
export const things = new RegExp(
  `(?:${alternatives(
    'Mandate Protocol Agreement Programme Program Plan Act Code Convention Treaty Report Policy Implementation System Method Index',
    'Assessment Process Strategy Framework Scheme Statement Standard Goals? Principles? Guidelines? Rules? Procedures? Indicators?',
    'Review Studies Study Model Zone Area Project',
  )})$`,
)

/** Heads of titles that say of nobody in particular who they are; no plural says it. */
export const anybody = whole(
  '\\p{L}+s member participant delegate expert observer representative student resident author writer reader owner partner staff',
  'volunteer teacher researcher officer assistant deputies master councill?or trustee nurse doctor parent',
)

/** Past forms of what people do in a meeting besides speaking. */
export const actsOfNobody = whole(
  'arrived joined left attended entered moved seconded abstained voted signed returned departed withdrew rejoined circulated',
  'distributed sat stood took was were had has is are will would could should shall can may might must did does do been be',
  'retired resigned vacated assumed joins leaves arrives served worked received sent gave went came made held met opened',
  'closed chaired adjourned called started ended used needed completed prepared visited conducted organi[sz]ed participated',
  'represented acted performed played lived died owned managed produced collected created launched established hosted carried',
  'appointed elected nominated convened',
)

/** Verbs by which a meeting is opened, led and closed. */
export const leadsMeeting = whole(
  'opened opens closed closes chaired adjourned declared called invited began started ended led introduced',
)

/** Participles of what is done to motions, papers and meetings. */
export const doneToBusiness = whole(
  'proposed moved seconded approved adopted accepted chaired opened closed led introduced reviewed submitted signed begun started',
  'ended moderated set provided made found seen held brought identified considered defined discussed',
)

/** Participles with which an agent is said to have spoken, beside those of the verbs that report. */
export const doneBySpeakers = whole(
  'raised put questioned echoed shared criticized criticised picked given pointed answered',
)

/** Verbs that stand behind or inside of the words that they report. */
export const quotatives = alternatives(
  'said says replied remarked observed added answered rejoined retorted responded asked thought explained continued noted wrote',
  'suggested wondered conceded insisted joked warned admitted reported confirmed',
)

/** Nouns of what somebody thinks. */
export const impressions = alternatives(
  'view opinion impression understanding belief hope position contention feeling recollection',
)

/** Nouns of what somebody said. */
export const utterances = alternatives(
  'proposals? points? comments? suggestions? questions? quer(?:y|ies) concerns? views? remarks? statements? interventions?',
  'observations? request',
)

/** What leads in words that answer: "in reply to Ms Roe", "asked by Mr Poe". */
export const leadsAnswer = alternatives(
  'in_(?:reply|response|answer|reaction) responding replying reacting answering (?:on_being_|when_|being_)?asked',
  'invited_to_(?:reply|respond)',
)

/** Words behind which a clause depends on another. */
export const subordinators = alternatives(
  'that if whether when because since as unless until after before (?<!(?:to|with)_)which who whom where than of to for by with from',
  'asked told including between like and,',
)

/** What people do in a meeting that ends who spoke before. */
export const actsThatInterrupt = alternatives(
  'attended was_(?:invited|welcomed|present) arrived joined left moved seconded abstained voted circulated withdrew returned',
  'took_the_chair signed declared_an?_',
)

/** What leads in a sentence without a comma behind it: "To this Ms Roe agreed". */
export const shortLeads = alternatives(
  'to_(?:this|that|which) here on_this then next again finally in_(?:reply|response|turn|answer) by_contrast at_this(?:_point)?',
  'after_(?:this|that|a_silence)',
)

/** What was said, as the subject of a passive. */
export const whatWasSaid = alternatives(
  'This That The_(?:offer|suggestions?|idea|point|invitation|request|criticism|view|guarantee|statement|question|presentation)',
  'It_was_proposed_by_[^,.;]{3,60}_that',
)
