import { type Setting, settingsTable } from '../settings.js'

/** Every environment variable with its default and its meaning, for the help. */
export const settingsHelp = (): string => Object.values<Setting<unknown>>(settingsTable).map(line).join('\n')

const line = ({ variable, fallback, means }: Setting<unknown>): string => {
  const preset = fallback === undefined ? '' : ` [${String(fallback)}]`
  return `  ${variable}${preset}\n      ${means}`
}
