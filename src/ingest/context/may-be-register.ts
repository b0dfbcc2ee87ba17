const markup = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</
const marksOfTurns = /<(?:\w+:)?(?:u|sp|speech|speechGroup|question|answer|debateBody)[\s>]/
const marksOfLists = /<(?:\w+:)?(?:person|org|TLC\w+)[\s>]/
const marksOfDelegates = /\([A-Z]\w{1,7}\)|\|/

/**
 * Whether it is worth reading a file to see if it is a register: a cheap look at its bytes, with which a folder of long
 * records is gone through in no time.
 */
export const mayBeRegister = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 16_384)).toString('latin1').replaceAll('\0', '')
  if (markup.test(head)) {
    const all = Buffer.from(bytes).toString('latin1').replaceAll('\0', '')
    return marksOfLists.test(all) && !marksOfTurns.test(all)
  }
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '')
  const listed = lines.filter((line) => marksOfDelegates.test(line)).length
  return listed > 2 && listed >= lines.length / 2
}
