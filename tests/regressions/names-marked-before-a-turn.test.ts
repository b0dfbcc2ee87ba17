import { readFile } from '@rapporteur/reader/files/read-file'
import { inUsualCase } from '@rapporteur/reader/people/usual-case'
import { readStructured } from '@rapporteur/reader/structured/read-structured'
import { expect, it } from 'vitest'

const references = `<TLCPerson id="Encina" href="/ontology/person/71" showAs="Encina Molino, Rosa"/>
  <TLCPerson id="Brezo" href="/ontology/person/72" showAs="Brezo Salas, Julio"/>
  <TLCRole id="presidente" href="/ontology/role/presidente" showAs="Presidente"/>`

/** Who says what, in a debate of these turns: name, role, and the label as printed. */
async function said(...turns: string[]) {
  const xml = `<akomaNtoso><debate><meta><references>${references}</references></meta><debateBody><debateSection>
    ${turns.join('\n')}</debateSection></debateBody></debate></akomaNtoso>`
  const source = await readFile({ bytes: Buffer.from(xml), fileName: 'debate.xml' })
  const structured = readStructured(source, { language: 'es' })
  if (structured === null) throw new Error('It is not read.')
  const { people, remarks } = structured.record
  const names = new Map(people.map(({ key, name }) => [key, name]))
  return {
    remarks: remarks.map((row) => [names.get(row.speaker ?? '') ?? null, row.speakerRole, row.speakerAsPrinted]),
    codes: structured.findings.map(({ code }) => code),
  }
}
const turn = (attributes: string, from: string) =>
  `<speech ${attributes}><from>${from}</from><p>Se abre la sesión.</p></speech>`

it('are those of whom the reference leads to, with the role that is marked beside them', async () => {
  const { remarks, codes } = await said(
    turn(
      'by="#Brezo"',
      'El señor <person refersTo="#Brezo">BREZO</person> (<role refersTo="#presidente">Presidente</role>).-',
    ),
    turn('by="#Encina"', 'La señora <person refersTo="#Encina">ENCINA</person> (doña Rosa).-'),
    turn('by="#Brezo"', 'El señor <person refersTo="#Brezo">BREZO</person>.-'),
  )
  expect(remarks).toEqual([
    ['Julio Brezo Salas', 'Presidente', 'El señor BREZO (Presidente)'],
    ['Rosa Encina Molino', null, 'La señora ENCINA (doña Rosa)'],
    ['Julio Brezo Salas', null, 'El señor BREZO'],
  ])
  expect(codes).not.toContain('NAME_CONTRADICTED')
})

it('count where the turn itself refers to nobody', async () => {
  const { remarks } = await said(turn('', 'La señora <person refersTo="#Encina">ENCINA</person>.-'))
  expect(remarks).toEqual([['Rosa Encina Molino', null, 'La señora ENCINA']])
})

it('are the role where what is marked is an office', async () => {
  const { remarks } = await said(turn('by="#presidente"', 'El señor <role>PRESIDENTE</role>.-'))
  expect(remarks).toEqual([[null, 'PRESIDENTE', 'El señor PRESIDENTE']])
})

it('keep their initials where all is in capitals', () => {
  expect(inUsualCase('T E ROWAN')).toBe('T E Rowan')
  expect(inUsualCase('PALOMA DE LA VEGA')).toBe('Paloma de la Vega')
  expect(inUsualCase('ANA Y ROWAN')).toBe('Ana Y Rowan')
})
