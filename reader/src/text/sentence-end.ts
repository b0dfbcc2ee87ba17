/** Whether the sentence that a text ends in is complete. */
export const endsSentence = (text: string): boolean => /[.?!…:][)[\]"'”’*_\d]*$/.test(text.slice(-40))
