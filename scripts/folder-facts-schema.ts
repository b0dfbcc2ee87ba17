import { FolderFacts } from '@rapporteur/reader/structured/folder-facts'
import { z } from 'zod'

/** The published JSON Schema of `rapporteur.json`, by which editors complete and check it. */
export function folderFactsSchema(): string {
  const schema = {
    ...z.toJSONSchema(FolderFacts, { io: 'input' }),
    title: 'rapporteur.json',
    description: 'What a folder of meeting records shares. Flags win over it; it wins over what is inferred.',
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}
