import { GraphQLDate, GraphQLDateTime, GraphQLJSON } from 'graphql-scalars'
import { builder } from './builder.js'
import { scalarReadAs } from './read-as.js'

/** Prisma gives and takes a DATE column as a `Date` at midnight UTC, as this scalar does. */
builder.addScalarType('Date', GraphQLDate, {
  description: 'A calendar date, ISO 8601: 2015-01-26.',
  extensions: scalarReadAs('date'),
})

builder.scalarType('DateTime', {
  description: 'An instant, ISO 8601, in UTC: 2015-01-26T09:30:00.000Z.',
  extensions: scalarReadAs('instant'),
  serialize: (value) => GraphQLDateTime.serialize(value).toISOString(), // the library's own gives a Date, not a text
  parseValue: GraphQLDateTime.parseValue,
  parseLiteral: GraphQLDateTime.parseLiteral,
})

builder.addScalarType('JSON', GraphQLJSON, { description: 'Any JSON value.' })

/** Columns of this kind are checked by the database, and no argument is of it; graphql-scalars' own admits seconds. */
builder.scalarType('LocalTime', {
  description: 'A time of day at the venue, HH:MM on a clock of 24 hours. Records print no time zone.',
  extensions: scalarReadAs('text'),
  serialize: (value) => value,
  parseValue: onlyGiven('LocalTime'),
})

builder.scalarType('URL', {
  description: 'An absolute address.',
  extensions: scalarReadAs('text'),
  serialize: (value) => value,
  parseValue: onlyGiven('URL'),
})

function onlyGiven(name: string) {
  return (): never => {
    throw new TypeError(`${name} is given out, and taken by no argument.`)
  }
}
