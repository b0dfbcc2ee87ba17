import { GraphQLDate, GraphQLDateTime, GraphQLJSON } from 'graphql-scalars'
import { builder } from './builder.js'
import { scalarReadAs } from './read-as.js'

/** Like Prisma for DATE columns, this scalar represents a date as a `Date` at midnight UTC. */
builder.addScalarType('Date', GraphQLDate, {
  description: 'A calendar date, ISO 8601: 2015-01-26.',
  extensions: scalarReadAs('date'),
})

builder.scalarType('DateTime', {
  description: 'An instant, ISO 8601, in UTC: 2015-01-26T09:30:00.000Z.',
  extensions: scalarReadAs('instant'),
  serialize: (value) => GraphQLDateTime.serialize(value).toISOString(), // the library's own returns a Date
  parseValue: GraphQLDateTime.parseValue,
  parseLiteral: GraphQLDateTime.parseLiteral,
})

builder.addScalarType('JSON', GraphQLJSON, { description: 'Any JSON value.' })

/** Not graphql-scalars' LocalTime, which allows seconds. Values come from columns that the database checks; no argument has it. */
builder.scalarType('LocalTime', {
  description: 'A local time of day at the venue, HH:MM on the 24-hour clock. Records print no time zone.',
  extensions: scalarReadAs('text'),
  serialize: (value) => value,
  parseValue: outputOnly('LocalTime'),
})

builder.scalarType('URL', {
  description: 'An absolute URL.',
  extensions: scalarReadAs('text'),
  serialize: (value) => value,
  parseValue: outputOnly('URL'),
})

function outputOnly(name: string) {
  return (): never => {
    throw new TypeError(`${name} is an output type; no argument accepts it.`)
  }
}
