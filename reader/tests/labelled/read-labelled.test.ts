import { readFile } from '@rapporteur/reader/files/read-file'
import { readRecord } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'

/** Who is read to say what, each as "Ada Roe: It leaks."; an office or "nobody" where no one is named. */
const said = async (text: string, fileName = 'record.txt'): Promise<string[]> => {
  const { record } = readRecord(await readFile({ bytes: new TextEncoder().encode(text), fileName }))
  const nameOf = (key: string | null) => record.people.find((person) => person.key === key)?.name
  return record.remarks.map(({ speaker, speakerRole, utterance }) => {
    const who = nameOf(speaker) ?? speakerRole ?? 'nobody'
    const words = record.utterances.find(({ position }) => position === utterance)?.text
    return `${who}: ${words}`.replaceAll(/\s+/g, ' ')
  })
}

describe('the log of a chat', () => {
  const log = `IRC log of weir on 2024-10-27

15:03:41 <cpn> Ada: The weir leaks
15:03:42 <cpn> ... and the gate sticks
15:03:43 <dot> Present+ Dot
15:03:44 <cpn> ... since spring
15:03:45 <dot> I like eels
15:03:46 <cpn> Ben: So do I
15:03:47 <dot> q+ to speak of eels
15:03:48 <cpn> scribe+ cpn
`

  it('gives words that somebody writes for others to those others, also when they are broken off', async () => {
    expect(await said(log)).toEqual([
      'Ada: The weir leaks ... and the gate sticks ... since spring',
      'Dot: I like eels',
      'Ben: So do I',
    ])
  })

  it('is read from columns of times, names and words, and lists who says to be there', async () => {
    const rows = `2031-03-04 15:03:41	~ada	the weir leaks
2031-03-04 15:03:42	ben	ada: since when?
2031-03-04 15:03:43	~ada	since spring
2031-03-04 15:03:44	ben	present+ Dot_Fay
2031-03-04 15:03:45	ben	so be it
`
    expect(await said(rows, 'weir.log')).toEqual([
      'ada: the weir leaks',
      'ben: ada: since when?',
      'ada: since spring',
      'ben: so be it',
    ])
    const { record } = readRecord(await readFile({ bytes: new TextEncoder().encode(rows), fileName: 'weir.log' }))
    expect(record.attendances.map(({ person }) => person)).toEqual(['dot-fay'])
  })

  it('is read the same where names stand over the words', async () => {
    const over = log.replaceAll(/^(\S+) <(\w+)> /gm, '$1 [$2]\n')
    expect((await said(over)).map((line) => line.split(':')[0])).toEqual(['Ada', 'Dot', 'Ben'])
  })

  it('gives words with a name before them to whoever wrote them, who is no scribe', async () => {
    const [first] = await said('10:01 <roe> poe: did you see the weir?\n10:02 <poe> I did\n10:03 <roe> good\n')
    expect(first).toBe('roe: poe: did you see the weir?')
  })

  it('keeps names in angle brackets within Markdown, and drops the tags of HTML', async () => {
    const lines = ['# Log', '', '<roe> It <b>leaks</b>.<br>', '', '<poe> I know.', '', '<roe> Good.', '']
    expect(await said(lines.join('\n'), 'log.md')).toEqual(['roe: It leaks .', 'poe: I know.', 'roe: Good.'])
  })
})

describe('a verbatim record', () => {
  it('gives all paragraphs below a label to who is labelled, however few labels there are', async () => {
    const text = `HOUSE OF WEIRS

3 May 2024

The Prime Minister: I thank the House.

I have read the report on the weir twice.

I will answer it when I have the figures of the gate.

Mr. Roe (Mill) (Ind): I asked whether it leaks.

I ask again.
`
    expect(await said(text)).toEqual([
      'The Prime Minister: I thank the House. I have read the report on the weir twice. I will answer it when I have the figures of the gate.',
      'Roe: I asked whether it leaks. I ask again.',
    ])
  })

  it('has labels that a full stop ends, in capitals or behind an honorific or an office', async () => {
    const text = `HEARING ON THE WEIR

May 3, 2024

    Chairman PENROSE. I call the meeting to order. I thank the witnesses
for the long way that they have come today.
    Mr. Poe. I thank you, Mr. Chairman. I have nothing to hide from this
committee, and I never had.
    Chairman PENROSE. I yield to Ms. Fay.
    Ms. Fay. I have a question.
    Mr. Poe. I am glad.
    Ms. Fay. I will be short. I wonder who opened the gate of the weir
that night.
    Mr. Poe. I did.
`
    expect((await said(text)).map((line) => line.slice(0, 22))).toEqual([
      'Penrose: I call the me',
      'Poe: I thank you, Mr. ',
      'Penrose: I yield to Ms',
      'Fay: I have a question',
      'Poe: I am glad.',
      'Fay: I will be short. ',
      'Poe: I did.',
    ])
  })

  it('is captions whose programs number the speakers in brackets', async () => {
    const cue = (at: number, words: string) => `${at}\n00:00:0${at},000 --> 00:00:0${at},900\n${words}\n`
    const words = ['3]: You on?', '5]: Present.', '3]: Good.', '3]: The clerk will call the roll.', '5]: Roe?']
    const text = words.map((one, at) => cue(at + 1, `[SPEAKER_0${one}`))
    expect(await said(text.join('\n'), 'council.srt')).toEqual([
      'SPEAKER_03: You on?',
      'SPEAKER_05: Present.',
      'SPEAKER_03: Good. The clerk will call the roll.',
      'SPEAKER_05: Roe?',
    ])
  })
})

describe('the transcript of a meeting program', () => {
  it('has numbers and devices that are nobody, and names in small letters that the words use too', async () => {
    const text = `14155551234: Can you hear me?
Kowalski, Anna (she/her): Yes, we hear you.
Dot's iPhone: I have a question about the weir.
sam: I think it leaks.
Kowalski, Anna (she/her): Let us begin.
14155551234: I agree with sam.
sam: ok
`
    expect((await said(text)).map((line) => line.split(':')[0])).toEqual([
      'nobody',
      'Anna Kowalski',
      'nobody',
      'sam',
      'Anna Kowalski',
      'nobody',
      'sam',
    ])
  })
})

describe('an automatic transcript with names and times over the words', () => {
  const text = `Weir Works-20310304_133555-Meeting Transcript
4 March 2031, 03:35am
27m 42s
Ada Roe started transcription
Ben Poe   0:03
that from the planning talk, as a way of saying that we should begin with the gate and go on from there to all the rest.
Ada Roe   0:09
Yeah.
Ben Poe   0:22
So I want to use that.
We start with that point.
Dot Fay   0:40
One.
`

  it('keeps lines of words apart from the names between them', async () => {
    expect(await said(text)).toEqual([
      'Ben Poe: that from the planning talk, as a way of saying that we should begin with the gate and go on from there to all the rest.',
      'Ada Roe: Yeah.',
      'Ben Poe: So I want to use that. We start with that point.',
      'Dot Fay: One.',
    ])
  })

  it('takes a day and a time for when it was, and for no speaker', async () => {
    const { record } = readRecord(await readFile({ bytes: new TextEncoder().encode(text), fileName: 'weir.txt' }))
    expect([record.meeting.date, record.meeting.startTime, record.people.length]).toEqual(['2031-03-04', '03:35', 3])
  })
})

describe('notes', () => {
  const present = '# Weir group, 3 May 2024\n\n## Present\n\n- Ada Roe\n- Ben Poe\n- Dot Fay\n\n## Weir\n\n'

  it('have labels that a comma ends, of those who are listed', async () => {
    const text = `${present}- Ada, the gate should open earlier\n- Ben, it cannot\n- Tuesday, the gate was shut\n`
    expect(await said(text, 'notes.md')).toEqual(['Ada Roe: the gate should open earlier', 'Ben Poe: it cannot'])
  })

  it('have labels in square brackets, of those who are listed', async () => {
    const text = `${present}- [ada] the gate should open earlier\n- [Ben/Dot] it cannot\n- [done] grease the hinges\n`
    expect(await said(text, 'notes.md')).toEqual([
      'Ada Roe: the gate should open earlier',
      'Ben Poe: it cannot',
      'Dot Fay: it cannot',
    ])
  })

  it('know by the first letters of a given name who is listed by the whole', async () => {
    const text = '# Weir group, 3 May 2024\n\n## Present\n\n- Benjamin Poe\n- Dorothea Fay\n\n## Weir\n\n'
    const turns = '- Ben Poe: it leaks\n- Ben: yes\n- Dorothea: a little\n- Ben: much\n'
    const who = (await said(text + turns, 'notes.md')).map((line) => line.split(':')[0])
    expect(who).toEqual(['Benjamin Poe', 'Benjamin Poe', 'Dorothea Fay', 'Benjamin Poe'])
  })

  it('take no names of things in bold for people', async () => {
    const text = `${present}- **Original Works**: $900 expected\n- **If received**: a new gate\n- **Gate research**: in May\n- **Mill Budget**: $40\n`
    expect(await said(text, 'notes.md')).toEqual([])
  })
})
