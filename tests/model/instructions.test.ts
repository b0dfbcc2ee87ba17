import { readFileSync } from 'node:fs'
import { instructions, instructionsVersion } from '@rapporteur/reader/proposal/instructions'
import { expect, it } from 'vitest'

const page = readFileSync('docs/instructions.md', 'utf8')

it('the instructions are two pages, and stand in the documentation as they are sent', () => {
  expect(instructions.split(/\s+/).length).toBeLessThan(1000)
  expect(page).toContain(instructions)
  expect(page).toContain(`(it is ${instructionsVersion})`)
})
