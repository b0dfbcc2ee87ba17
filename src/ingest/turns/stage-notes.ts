/** Whether a paragraph is a note of the note-taker in brackets, and no speech. */
export const isStageNote = (text: string): boolean => /^(?:\[[^[\]]*\]|\([^()]*\))[.\s\\]*$/.test(text)
