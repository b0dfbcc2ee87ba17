import { lockFolder } from '../../src/database/embedded/lock.js'

// Takes the lock of a folder and says so, then keeps it until its standard input ends; or says who has it.
const [folder = '', address] = process.argv.slice(2)
try {
  const lock = await lockFolder(folder, address ?? null)
  console.log('owner')
  process.stdin.resume().on('end', () => lock.release())
} catch (error) {
  console.log(error instanceof Error ? error.message : error)
}
