import type { CodegenConfig } from '@graphql-codegen/cli'
import { readyOperations } from './scripts/ready-operations.js'

/**
 * The SDK's ready operations: each file of `sdk/operations` becomes a typed document, exported under the operation's
 * name, with the types of its result and its variables.
 *
 * A preset, because the command line takes a plugin of one's own only as a file that Node can load as it stands.
 */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'sdk/operations/*.graphql',
  generates: {
    'sdk/src/generated/operations.ts': {
      preset: {
        buildGeneratesSection: (options) => [
          {
            ...options,
            filename: options.baseOutputDir,
            plugins: [{ readyOperations: {} }],
            pluginMap: { readyOperations: { plugin: readyOperations } },
          },
        ],
      },
      config: {
        useTypeImports: true,
        inlineFragmentTypes: 'combine',
        strictScalars: true,
        scalars: {
          Date: 'string',
          DateTime: 'string',
          LocalTime: 'string',
          URL: 'string',
          JSON: 'unknown',
          Upload: 'Blob',
        },
      },
    },
  },
}

export default config
