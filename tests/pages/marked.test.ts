import { describe, expect, it } from 'vitest'
import { html } from '../../src/pages/html.js'
import { marked, offsetInText } from '../../src/pages/meeting/marked.js'

const remark = (id: string, ...pieces: number[]) => ({ id, pieces })
const mark = (letter: string, colour: number) => ({
  letter,
  colour,
  label: `said by ${letter}`,
  note: `note-${letter}`,
})
const paragraph = { heading: null, text: 'One two three.', pieces: [10, 17, 30, 36], unattributed: [], outcomes: [] }
const markup = (...given: Parameters<typeof marked>) =>
  marked(...given)
    .map((part) => part.markup)
    .join('')
const letter = (name: string, colour: number) =>
  `<a class="l c${colour}" href="#note-${name}" aria-label="${name}: said by ${name}">${name}</a>`

describe('the text of a paragraph', () => {
  it('has the words of each remark in a colour, behind its place and a letter, also behind a page break', () => {
    const remarks = [remark('x', 10, 17), remark('y', 30, 36)]
    expect(markup({ ...paragraph, remarks }, [mark('a', 0), mark('b', 5)])).toBe(
      `<span id="remark-x" class="r a"></span><span class="g a">${letter('a', 0)}<span class="w c0">One two</span></span> ` +
        `<span id="remark-y" class="r b"></span><span class="g b">${letter('b', 5)}<span class="w c5">three.</span></span>`,
    )
  })

  it('gives words that two people share both colours', () => {
    const remarks = [remark('x', 10, 17), remark('y', 10, 17)]
    expect(markup({ ...paragraph, remarks }, [mark('a', 0), mark('b', 5)])).toBe(
      `<span id="remark-x" class="r a"></span><span id="remark-y" class="r b"></span><span class="g a b">${letter('a', 0)}${letter('b', 5)}` +
        '<span class="w c0"><span class="w c5">One two</span></span></span> three.',
    )
  })

  it('sets off what is nobody’s, without a colour, and says again whose the words behind it are', () => {
    const unattributed = [{ kind: 'ANONYMOUS' as const, pieces: [14, 17] }]
    const long = { ...paragraph, text: 'One two three four five.', pieces: [10, 17, 30, 46] }
    const text = markup({ ...long, remarks: [remark('x', 10, 46)], unattributed }, [mark('a', 1)])
    expect(text).toMatch(/<span class="nobody" title="[^"]+">two<\/span>/)
    expect(text.split(letter('a', 1))).toHaveLength(3)
    expect(text.replace(/<a .*?<\/a>|<[^>]+>/g, '')).toBe('One two three four five.')
  })

  it('sets its heading in bold, and what Markdown does', () => {
    const text = { ...paragraph, text: '**Dues** are **due**.', pieces: [0, 21], remarks: [] }
    expect(markup({ ...text, heading: 'Dues' }, [])).toBe('<strong>Dues</strong> are due.')
    expect(markup(text, [])).toBe('<strong>Dues</strong> are <strong>due</strong>.')
  })

  it('keeps the place of a remark whose offsets do not fit it', () => {
    expect(markup({ ...paragraph, remarks: [remark('x', 99, 100)] }, [mark('a', 0)])).toContain('id="remark-x"')
    expect(offsetInText([10, 17], 3, 7)).toBe(0)
  })
})

describe('a template of markup', () => {
  it('escapes all that stands in it, but what it has made itself', () => {
    const name = `<b title='x'>&"`
    expect(html`<i>${name}${html`<br>`}${[name, null]}</i>`.markup).toBe(
      '<i>&lt;b title=&#39;x&#39;&gt;&amp;&quot;<br>&lt;b title=&#39;x&#39;&gt;&amp;&quot;</i>',
    )
  })
})
