import { DocumentNotRecognizedError, readRecord } from '@rapporteur/reader/read'
import { expect, it } from 'vitest'
import { sourceOfText } from '../ingest/support/source-of-text.js'

it('minutes in a language without rules are refused, and not read as a record in which nobody speaks', () => {
  const text = [
    'Protokoll der Sitzung des Vereinsvorstandes',
    'Datum: 3. November 2021, 19:00 Uhr',
    'Ort: Gasthaus Linde, Oberwald',
    'Anwesend: Hr. Karl Meister (Vorsitz), Fr. Ute Brandl (Kassierin), Fr. Dr. Eva Pichler, Hr. Josef Lang (Protokoll)',
    'Entschuldigt: Hr. Thomas Huber',
    '',
    'TOP 1: Begrüßung',
    'Hr. Meister begrüßt die Anwesenden und stellt die Beschlussfähigkeit fest.',
    '',
    'TOP 2: Kassenbericht',
    'Fr. Brandl berichtet, dass das Vereinsvermögen 12.400 Euro beträgt. Fr. Dr. Pichler fragt nach den Kosten des Sommerfestes. Fr. Brandl antwortet, diese seien durch Spenden gedeckt gewesen.',
    '',
    'TOP 3: Neubau der Hütte',
    'Hr. Lang schlägt vor, drei Angebote einzuholen. Der Vorstand beschließt dies einstimmig.',
  ].join('\n')
  expect(() => readRecord(sourceOfText(text, 'protokoll.txt'))).toThrow(DocumentNotRecognizedError)
})
