// What the servers are asked: each question as the project's schema and PostGraphile's have it, about what it is asked, and what
// an answer gives as facts that can be compared: all but ids and cursors, which each server writes in its own way.
const headline = {
  name: 'headline',
  title: 'The headline query, beside the peers',
  ours: /* GraphQL */ `
    query ($slug: String!) {
      theme(slug: $slug) {
        title
        remarks(first: 20) {
          nodes { id text speaker { name organization { name } } paragraph { number meeting { title date } } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  `,
  postgraphile: /* GraphQL */ `
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
  `,
  subjects: ({ themes }) => themes(),
  factsOf: ({ theme: { title, remarks } }) => ({
    title,
    hasNextPage: remarks.pageInfo.hasNextPage,
    nodes: remarks.nodes.map(({ text, utterance, speaker, paragraph }) => ({
      text: text ?? utterance.text,
      speaker: speaker && { name: speaker.name, organization: speaker.organization?.name ?? null },
      paragraph: paragraph && { number: paragraph.number, ...paragraph.meeting },
    })),
  }),
}

const meeting = {
  name: 'meeting',
  title: 'Every page of a meeting, beside the peers',
  ours: /* GraphQL */ `
    query ($slug: String!, $after: String) {
      meeting(slug: $slug) {
        title
        paragraphs(first: 100, after: $after) {
          nodes { number text remarks(first: 10) { nodes { text speaker { name } } } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  `,
  postgraphile: /* GraphQL */ `
    query ($slug: String!, $after: Cursor) {
      meeting: meetingBySlug(slug: $slug) {
        title
        paragraphs: paragraphsByMeetingId(first: 100, after: $after, orderBy: [POSITION_ASC]) {
          nodes {
            number
            text
            remarks: remarksByParagraphId(first: 10, orderBy: [SORT_KEY_ASC, ROW_ID_ASC]) {
              nodes { utterance: utteranceByUtteranceId { text } speaker: personBySpeakerId { name } }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  `,
  subjects: ({ meetings }) => meetings(),
  nextPage: ({ meeting: { paragraphs } }) => (paragraphs.pageInfo.hasNextPage ? paragraphs.pageInfo.endCursor : null),
  factsOf: ({ meeting: { title, paragraphs } }) => ({
    title,
    hasNextPage: paragraphs.pageInfo.hasNextPage,
    nodes: paragraphs.nodes.map(({ number, text, remarks }) => ({
      number,
      text,
      remarks: remarks.nodes.map(({ text: said, utterance, speaker }) => ({
        text: said ?? utterance.text,
        speaker: speaker?.name ?? null,
      })),
    })),
  }),
}

const questions = { headline, meeting }
export const questionNames = Object.keys(questions)

/** The question as a server has it. */
export function questionOf(name, server) {
  const { ours, postgraphile, ...question } = questions[name]
  return { ...question, query: server === 'postgraphile' ? postgraphile : ours }
}

/** The data of an answer; throws if there is none. */
export function dataOf(text) {
  const { data, errors } = JSON.parse(text)
  if (errors || !data || Object.values(data).includes(null))
    throw new Error(`No answer: ${JSON.stringify(errors ?? data)}`)
  return data
}
