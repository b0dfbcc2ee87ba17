import { getDatamodel } from '../generated/pothos.js'
import type { Prisma } from '../generated/prisma/client.js'
import type { Binding } from '../schema/read-as.js'
import { type Models, modelsOf, requireModel } from './model.js'
import { whereSql } from './where.js'

/** The tables of the archive. */
export const archiveTables: Models = modelsOf(getDatamodel())

/** A filter as SQL over the table `alias` of a model, for statements that are not compiled from a query. */
export const rowFits = (model: string, alias: string, where: object, bind: Binding): string =>
  whereSql(archiveTables, requireModel(archiveTables, model), alias, where, bind)

/** A filter of remarks as SQL over `"Remark" r`, for statements that are not compiled from a query. */
export const remarkFits = (where: Prisma.RemarkWhereInput, bind: Binding): string => rowFits('Remark', 'r', where, bind)
