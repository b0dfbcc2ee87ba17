// What may be left out may be undefined, also for those who compile with exactOptionalPropertyTypes.
import { type CallOptions, createClient, graphql, type SubscribeOptions, type VariablesOf } from '@rapporteur/sdk'
import { followChanges, meetings } from '@rapporteur/sdk/operations'

interface Absent {
  text: string | undefined
  number: number | undefined
  list: string[] | undefined
  signal: AbortSignal | undefined
}

export const callOptions = ({ text, number, signal }: Absent): CallOptions => ({
  apiKey: text,
  headers: undefined,
  fetch: undefined,
  timeout: number,
  retries: number,
  signal,
})

export const subscribeOptions = (absent: Absent): SubscribeOptions => ({ ...callOptions(absent), onResume: undefined })

const Titles = graphql(`query ($first: Int, $after: String, $filter: MeetingFilter, $order: OrderDirection = ASC) {
  meetings(first: $first, after: $after, filter: $filter, orderBy: { field: DATE, direction: $order }) {
    nodes { title } pageInfo { hasNextPage endCursor }
  }
}`)

export const variables = ({ text, number, list }: Absent): VariablesOf<typeof Titles> => ({
  first: number,
  after: text,
  order: undefined,
  filter: { series: list, text, date: { from: text, to: undefined } },
})

export const readyVariables = ({ number, list }: Absent): VariablesOf<typeof meetings> => ({
  first: number,
  filter: { series: list, date: undefined },
})

export async function everywhere(url: string, absent: Absent): Promise<number> {
  const client = createClient({ url, ...callOptions(absent), operations: { meetings, followChanges } })
  await client.query(Titles, variables(absent), callOptions(absent))
  await client.meetings(readyVariables(absent), { signal: absent.signal })
  let count = 0
  for await (const _meeting of client.paginate(Titles, variables(absent), { signal: absent.signal })) count++
  for await (const _change of client.followChanges({ after: absent.text }, subscribeOptions(absent))) return count
  return count
}
