import type { MeetingRecord } from '../record.js'
import { inflect } from './inflect.js'

export type ActKind = MeetingRecord['remarks'][number]['acts'][number]['kind']
export type Stance = 'SUPPORTS' | 'OPPOSES'

export interface ReportingVerb {
  readonly kind: ActKind
  /** What the verb itself says of the speaker's stance; null for most. */
  readonly stance: Stance | null
  /** Words of which one must follow, where the verb alone reports nothing ("called" does not, "called for" does). */
  readonly needs: readonly string[] | null
}

/**
 * The verbs by which summaries report speech, each with the kind of act that it names and the stance that it states.
 * Collected from the verbs of communication in Levin, English Verb Classes and Alternations (1993), sections 37.1, 37.2, 37.7
 * to 37.9 (say, tell, complain, advise) and 36.1 (agree, concur), from those of judgement and conjecture (29.4, 29.5, 33), and
 * from the verbs by which chairs and rapporteurs say how a meeting was opened, led and closed. One line: kind, stance, verbs;
 * after a verb, in parentheses, the words of which it needs one.
 */
const table: readonly (readonly [ActKind, Stance | null, string])[] = [
  ['ANSWER', null, 'respond reply answer retort rejoin counter react reassure'],
  [
    'AGREE',
    'SUPPORTS',
    'agree concur support endorse second back(the,this,that,him,her,up) echo favour favor align(with,himself,herself,themselves,itself) associate(himself,herself,itself,themselves,the) sympathize(with) sympathise(with) subscribe(to) side(with)',
  ],
  ['AGREE', null, 'affirm confirm accept approve reaffirm corroborate assent'],
  [
    'DISAGREE',
    'OPPOSES',
    'disagree oppose object reject dissent dispute refute contest rebut dissociate(himself,herself,itself,themselves) distance(himself,herself,itself,themselves) beg(to)',
  ],
  [
    'DISAGREE',
    null,
    'doubt deny challenge dismiss condemn denounce protest criticize criticise deplore demur query resent',
  ],
  [
    'ACKNOWLEDGE',
    null,
    'acknowledge recognize recognise admit concede appreciate welcome commend praise congratulate applaud thank commiserate apologize apologise',
  ],
  [
    'COMMENT',
    null,
    'comment note remark observe say state mention opine reflect refer speak touch(on,upon) point(out,to) allude',
  ],
  [
    'COMMENT',
    null,
    'stress emphasize emphasise highlight underline underscore reiterate repeat restate recall cite quote flag signal dwell(on,upon) muse joke quip interject interpose exclaim intimate intervene hint imply venture shout rule(that,it)',
  ],
  [
    'COMMENT',
    null,
    'argue assert maintain claim contend declare consider believe think feel hold(that,the) view(the,this,that,it) find(that,it) see(the,this,it,a,no,that,merit,little) expect assume reckon posit postulate reason speculate prefer estimate predict anticipate hope trust(that) fear worry lament bemoan regret confess counsel complain caution warn',
  ],
  [
    'EXPLAIN',
    null,
    'explain clarify describe elaborate illustrate outline detail indicate inform report expand(on,upon) specify summarize summarise demonstrate set(out,forth) lay(out,before) present introduce brief tell(the,participants,members) show(that,how) update(the,participants,members) review(the) define compare contrast attribute(the,this,it) recount relate narrate justify defend sum(up) wrap(up) read(out) reveal disclose testify enumerate characterize characterise liken correct(the,this,that,him,her) assure remind qualify',
  ],
  ['ADD', null, 'add continue supplement complement(the,this,that) go(on,through,further)'],
  ['ASK', null, 'ask inquire enquire question wonder know(if,whether,how,why,what,when,where,who,which)'],
  [
    'PROPOSE',
    null,
    'suggest propose recommend urge call(for,on,upon,attention,that,this,it,the) advocate request advise encourage invite appeal plead offer insist demand propound exhort press(for) put(forward,it,much,the) petition submit(that,a,an,its) move(that,to,for,the,we,approval,adoption,acceptance,adjournment,deferral,refusal,rejection,closure,suspension) implore stipulate',
  ],
  [
    'OTHER',
    null,
    'express raise share voice convey conclude announce promise pledge own(up) pass(on) walk(the,members,participants) commit(to,himself,herself,itself) undertake volunteer vow decline(to) refuse(to) wish(to,it) desire(that,to) reserve(its,his,her,their) seek(clarification,information,assurances,assurance,confirmation,an,further) discuss address identify list draw(attention,out,on,the,upon,a) take(the,up,note,issue,exception,responsibility,members,governors,participants) make(it,the,a,an,several,some,two,three,four,reference) give(a,an,the,that,notice,examples,his,her,its) renew(its,his,her,their,the) withdraw(its,his,her,their,the) table(a,an,the,his,her,its) lend(its,his,her,their) float(a,the) provide(a,an,the,some,several,examples,information,clarification) deliver(a,an,the,his,her) bring(up) open(the,with,by,his,her,a) close(the,with,by) chair(the) moderate(the) begin(by,with,the,his,her) start(by,with) end(by,with) lead(the,a) pay(tribute)',
  ],
]

/** Verbs whose past form in `-d`/`-t` the table writes with a base that is inflected irregularly elsewhere. */
const extraForms: Readonly<Record<string, string>> = {
  paid: 'pay',
  undertook: 'undertake',
  sought: 'seek',
  preferred: 'prefer',
}

const entries = table.flatMap(([kind, stance, verbs]) =>
  [...verbs.matchAll(/([a-z]+)(?:\(([^)]*)\))?/g)].map(([, base = '', needs]) => ({
    base,
    verb: { kind, stance, needs: needs === undefined ? null : needs.split(',') } satisfies ReportingVerb,
  })),
)

const byForm = (pick: (base: string) => readonly string[]): ReadonlyMap<string, ReportingVerb> => {
  const forms = new Map<string, ReportingVerb>()
  for (const { base, verb } of entries) for (const form of pick(base)) if (!forms.has(form)) forms.set(form, verb)
  for (const [form, base] of Object.entries(extraForms)) {
    const verb = entries.find((entry) => entry.base === base)?.verb
    if (verb) forms.set(form, verb)
  }
  return forms
}

/** Reporting verbs by past form ("noted"). */
export const pastForms = byForm((base) => [inflect(base).past])
/** By any finite form: "noted", "notes", "note". */
export const finiteForms = byForm((base) => [inflect(base).past, inflect(base).present, base])
/** By past participle, for the passive: "it was noted". */
export const participles = byForm((base) => [inflect(base).participle])
