import { openAsBlob } from 'node:fs'
import { PGlite, protocol } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { betweenTransactions } from '../../src/database/embedded/between-transactions.js'

// If one of these fails after an upgrade of PGlite, betweenTransactions has to keep transactions out by other means.
describe.runIf(inject('backend') === 'embedded')('work between the transactions of PGlite', () => {
  let pglite: PGlite
  beforeAll(async () => {
    pglite = await PGlite.create({ loadDataDir: await openAsBlob(inject('template')) })
    await pglite.exec('CREATE TABLE seen (word text)')
  })
  afterAll(() => pglite.close())

  const insert = (word: string) => protocol.serialize.query(`INSERT INTO seen VALUES ('${word}')`)

  it('waits for the end of one that is open, even between its statements', async () => {
    const order: string[] = []
    let work: Promise<unknown> | undefined
    await pglite.transaction(async (transaction) => {
      work = betweenTransactions(pglite, async () => order.push('work'))
      for (const word of ['first', 'second']) {
        await transaction.query('INSERT INTO seen VALUES ($1)', [word])
        order.push(word)
      }
    })
    await work
    expect(order).toEqual(['first', 'second', 'work'])
  })

  it('is not mixed with a transaction or a statement that comes meanwhile', async () => {
    let others: Promise<unknown> | undefined
    const order: string[] = []
    await betweenTransactions(pglite, async () => {
      others = Promise.all([
        pglite.transaction(async () => order.push('transaction')),
        pglite.query('SELECT 1').then(() => order.push('statement')),
      ])
      for (const word of ['third', 'fourth']) {
        await pglite.execProtocol(insert(word))
        order.push(word)
      }
    })
    await others
    expect(order).toEqual(['third', 'fourth', 'transaction', 'statement'])
  })

  it('hands on how it failed, and leaves the database to others', async () => {
    await expect(betweenTransactions(pglite, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
    expect((await pglite.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })
})
