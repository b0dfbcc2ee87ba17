import { describe, expect, inject, it } from 'vitest'
import { programInPlaces } from '../support/program.js'

// The log is written the same way with each database.
describe.runIf(inject('backend') === 'embedded')('a server whose output nobody reads', () => {
  const at = programInPlaces()

  // It tried for ever to write the last lines of its log to the closed pipe.
  it('answers, and ends when it is asked to', async () => {
    const server = await at.rapporteur.serve({ cwd: at.places.empty(), env: { RAPPORTEUR_LOG: 'requests' } })
    server.closeOutput()
    expect((await fetch(`${server.url}/graphql?query={__typename}`)).status).toBe(200)
    server.signal('SIGTERM')
    expect((await server.ended).status).toBe(0)
  })
})
