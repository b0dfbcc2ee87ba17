// What a process, with everything that it started, has used: seconds of CPU and MB of memory, as Linux counts them.
import { readFileSync } from 'node:fs'

const hertz = 100

const stat = (pid) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
}
/** None of a process that has ended meanwhile. */
const childrenOf = (pid) => {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    return list ? list.split(' ').map(Number) : []
  } catch {
    return []
  }
}
const familyOf = (pid) => [pid, ...childrenOf(pid).flatMap(familyOf)]

/** Seconds, those of children that have ended too. A process that ends meanwhile counts no more. */
export const cpuOf = (pid) =>
  familyOf(pid).reduce((sum, member) => {
    try {
      const fields = stat(member)
      const [own, ended] = [fields[11] + fields[12], member === pid ? fields[13] + fields[14] : 0]
      return sum + (own + ended) / hertz
    } catch {
      return sum
    }
  }, 0)

/** MB of physical memory. */
export const memoryOf = (pid) =>
  familyOf(pid).reduce((sum, member) => {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${member}/status`, 'utf8')) ?? [0, 0]
    return sum + Number(kilobytes) / 1024
  }, 0)
