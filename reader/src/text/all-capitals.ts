/** Whether a text has no letter that could be a capital and is not: "PRESENT", "12 MAY". Nearly always the first letters tell. */
export const isAllCapitals = (text: string): boolean => !/[a-z]/.test(text) && text === text.toUpperCase()
