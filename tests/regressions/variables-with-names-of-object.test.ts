import { parse } from 'graphql'
import { expect, it } from 'vitest'
import { priceOf } from '../../src/schema/price.js'
import { schema } from '../../src/schema/schema.js'

// A variable that has its default was looked up as a property of any object: "$constructor" gave a function, and page sizes were not counted.
it.each(['n', 'constructor', 'toString', '__proto__', 'hasOwnProperty'])('a page size in $%s has its price', (name) => {
  const nested = `query ($${name}: Int = 100) {
    meetings(first: $${name}) { nodes { remarks(first: $${name}) { nodes { id } } } }
  }`
  const plain = nested.replace(/\(\$.*\)(?= \{\n)/, '').replaceAll(`$${name}`, '100')
  expect(priceOf(schema, parse(nested)).price).toBe(priceOf(schema, parse(plain)).price)
})
