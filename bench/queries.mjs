// The question that the product exists for, as each server's schema has it, and what it gives as facts that can be compared.
const ours = /* GraphQL */ `
  query ($slug: String!) {
    theme(slug: $slug) {
      title
      remarks(first: 20) {
        nodes { id text speaker { name organization { name } } paragraph { number meeting { title date } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`
const postgraphile = /* GraphQL */ `
  query ($slug: String!) {
    theme: themeBySlug(slug: $slug) {
      title
      remarks: remarksByThemeId(first: 20, orderBy: [SORT_KEY_ASC, ROW_ID_ASC]) {
        nodes {
          id
          utterance: utteranceByUtteranceId { text }
          speaker: personBySpeakerId { name organization: organizationByOrganizationId { name } }
          paragraph: paragraphByParagraphId { number meeting: meetingByMeetingId { title date } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`

export const queryOf = (server) => (server === 'postgraphile' ? postgraphile : ours)

/** Everything but ids and cursors, which each server writes in its own way. */
export const factsOf = ({ data, errors }) => {
  if (errors || !data?.theme) throw new Error(`No answer: ${JSON.stringify(errors ?? data)}`)
  const { title, remarks } = data.theme
  const nodes = remarks.nodes.map(({ text, utterance, speaker, paragraph }) => ({
    text: text ?? utterance.text,
    speaker: speaker && { name: speaker.name, organization: speaker.organization?.name ?? null },
    paragraph: paragraph && { number: paragraph.number, ...paragraph.meeting },
  }))
  return { title, hasNextPage: remarks.pageInfo.hasNextPage, nodes }
}
