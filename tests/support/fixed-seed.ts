import fc from 'fast-check'

// The same examples in each run, so that a failure is of the change at hand. FC_SEED asks for others: FC_SEED=$RANDOM npx vitest run …
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) })
