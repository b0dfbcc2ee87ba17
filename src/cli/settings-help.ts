import { type Setting, settingsTable } from '../settings/table.js'

/** The help text for every environment variable, with its default. */
export const settingsHelp = (): string => Object.values<Setting<unknown>>(settingsTable).map(line).join('\n')

const line = ({ variable, fallback, means }: Setting<unknown>): string => {
  const preset = fallback === undefined ? '' : ` [${String(fallback)}]`
  return `  ${variable}${preset}\n      ${means}`
}
