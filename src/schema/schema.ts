import './scalars.js'
import './node.js'
import '../meeting/section.js'
import '../meeting/meeting-queries.js'
import '../paragraph/paragraph-queries.js'
import '../theme/theme-queries.js'
import '../person/affiliation.js'
import '../person/person-queries.js'
import '../organization/organization-queries.js'
import '../remark/statement.js'
import '../remark/remark-queries.js'
import '../statistics/statistics.js'
import '../document/source-document.js'
import '../change/change-queries.js'
import '../ingest-document/ingest-document.js'
import { builder } from './builder.js'

/** The whole schema. Each domain folder has added its types and fields to the builder when it was imported. */
export const schema = builder.toSchema()
