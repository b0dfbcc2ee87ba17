import { describe, expect, it } from 'vitest'
import { readText, saidIn, unreadIn } from './read.js'

const answersOf = ({ record }: ReturnType<typeof readText>) =>
  record.remarks.map(({ kind, inResponseTo }) => (kind === 'RESPONSE' ? inResponseTo : null))

describe('a table of issues and responses', () => {
  const drawn = `Record of the Consultation on the Weir

2.  ISSUES AND RESPONSES

Unless somebody else is named, responses are those of the Weir Works Unit (WWU).
Abbreviations: OP or "the Engineer" - Ossel & Park Engineers; MG - Mill Guild.

----+-------------------------------+------------------------------
No. | Issue raised (by whom)        | Response
----+-------------------------------+------------------------------
    | A. NOISE
----+-------------------------------+------------------------------
  1 | Mr. Bo Poe (Mill Guild) asked | It would not run at night.
    | when the pumps would run.     | The Engineer added that the
    |                               | pumps were new.
----+-------------------------------+------------------------------
  2 | The path floods every spring. | Yes. The Mill Guild said that
    | (Ms. Ada Roe, Quay Trust)     | it had paid for a drain.
----+-------------------------------+------------------------------
  3 | Will there be a gate?         | The WWU would see.
----+-------------------------------+------------------------------
    | B. FISH
----+-------------------------------+------------------------------
  4 | Quay Trust (Ms. Ada Roe):     | OP: In May.
    | when do the eels pass?        | 
----+-------------------------------+------------------------------

LIST OF PARTICIPANTS

Name              Organization              Position
Ms. Ada Roe       Quay Trust                Director
Mr. Bo Poe        Mill Guild                Warden
Mr. Cy Lee        Weir Works Unit           Engineer
Ms. Di Mott       Ossel & Park Engineers    Partner
`
  const read = readText(drawn, 'weir.txt')

  it('drawn in plain text is read cell by cell, each put together over its lines', () => {
    expect(read.format.format).toBe('prose')
    expect(saidIn(read)).toEqual([
      ['Bo Poe', 'Mr. Bo Poe (Mill Guild) asked when the pumps would run.'],
      ['Weir Works Unit', 'It would not run at night.'],
      ['Ossel & Park Engineers', 'The Engineer added that the pumps were new.'],
      ['Ada Roe', 'The path floods every spring.'],
      ['Mill Guild', 'Yes. The Mill Guild said that it had paid for a drain.'],
      ['Weir Works Unit', 'The WWU would see.'],
      ['Ada Roe', 'when do the eels pass?'],
      ['Ossel & Park Engineers', 'In May.'],
    ])
  })

  it('says that a response answers the issue beside it, whoever gives it', () => {
    expect(answersOf(read)).toEqual([null, [1], [1], null, [4], [], null, [7]])
  })

  it('has headings between its rows, which are themes, and leaves no cell unread', () => {
    expect(read.record.themes.map(({ title }) => title)).toEqual(expect.arrayContaining(['NOISE', 'FISH']))
    expect(unreadIn(read)).toEqual([])
  })

  it('of Markdown has a column of those who asked, and a head that says who answers', () => {
    const marked = `# Consultation on the Weir

| Raised by | Question | Works Unit response |
|---|---|---|
| Ms. Ada Roe, Quay Trust | When will it open? | In May. |
| Mr. Bo Poe | Who pays? | The Mill Guild pays. Mr. Cy Lee said that it was agreed. |
| Ms. Ada Roe | Is it deep? | No. |
| Mr. Bo Poe | Is it safe? | Yes, it is. |

## List of participants

- Ms. Ada Roe, Director, Quay Trust
- Mr. Bo Poe, Warden, Mill Guild
- Mr. Cy Lee, Engineer, Works Unit
`
    const own = readText(marked)
    expect(saidIn(own).slice(0, 5)).toEqual([
      ['Ada Roe', 'When will it open?'],
      ['Works Unit', 'In May.'],
      ['Bo Poe', 'Who pays?'],
      ['Works Unit', 'The Mill Guild pays.'],
      ['Cy Lee', 'Mr. Cy Lee said that it was agreed.'],
    ])
    expect(answersOf(own).slice(0, 5)).toEqual([null, [1], null, [3], [3]])
  })
})
