import { describe, expect, it } from 'vitest'
import { html } from '../../src/pages/html.js'
import { marked, offsetInText } from '../../src/pages/marked.js'

const remark = (id: string, ...pieces: number[]) => ({
  id,
  pieces,
  kind: 'STATEMENT' as const,
  speaker: 'Somebody',
  organization: null,
})
const paragraph = { id: 'p', number: null, sectionId: null, text: 'One two three.', pieces: [10, 17, 30, 36] }
const markup = (parts: ReturnType<typeof marked>) => parts.map((part) => part.markup).join('')

describe('the text of a paragraph', () => {
  it('has a place for each remark where it begins, also behind a page break', () => {
    const remarks = [remark('a', 10, 17), remark('b', 10, 17), remark('c', 30, 36)]
    expect(markup(marked({ ...paragraph, remarks, unattributed: [] }))).toBe(
      '<span id="remark-a"></span><span id="remark-b"></span>One two <span id="remark-c"></span>three.',
    )
  })

  it('sets off what is nobody’s, with the places of remarks that begin there', () => {
    const unattributed = [{ pieces: [14, 17, 30, 35] }]
    expect(markup(marked({ ...paragraph, remarks: [remark('a', 30, 36)], unattributed }))).toBe(
      'One <span class="nobody">two</span> <span id="remark-a"></span><span class="nobody">three</span>.',
    )
  })

  it('keeps the place of a remark whose offsets do not fit it', () => {
    expect(markup(marked({ ...paragraph, remarks: [remark('a', 99, 100)], unattributed: [] }))).toContain(
      'id="remark-a"',
    )
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
