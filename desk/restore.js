import { by, make } from './dom.js'
import { queries } from './queries.js'
import { ask, useKey } from './server.js'

/** Restores a retracted meeting, from the address at which it was. */
by('desk-restore').addEventListener('submit', async (/** @type {Event} */ event) => {
  event.preventDefault()
  try {
    useKey(by('desk-key').value.trim())
    const meeting = location.pathname.split('/').pop()
    const input = { meeting, reason: by('desk-restore-reason').value.trim() }
    const { restoreMeeting } = await ask(queries.restore, { input })
    if (restoreMeeting.message) by('desk-says').textContent = restoreMeeting.message
    else {
      const link = make('a', { href: `/meetings/${restoreMeeting.meeting.slug}` }, 'Read it.')
      by('desk-says').replaceChildren('The meeting is restored. ', link)
      link.focus()
    }
  } catch (error) {
    by('desk-says').textContent = `Nothing was changed: ${error instanceof Error ? error.message : error}`
  }
})
by('desk').hidden = false
