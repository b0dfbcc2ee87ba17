// Eight kinds of questions about themes and meetings, as the project's schema, PostGraphile's and the floor's SQL have each, and ten
// thousand different questions of them, some of which are asked far more often than others.

const speaker = `CASE WHEN s."id" IS NOT NULL THEN json_build_object('name', s."name") END`
const withOrganization = `CASE WHEN s."id" IS NOT NULL THEN json_build_object('name', s."name", 'organization',
  CASE WHEN o."id" IS NOT NULL THEN json_build_object('name', o."name") END) END`
const utterance = `JOIN "Utterance" AS u ON u."id" = r."utteranceId"`
const person = `LEFT JOIN "Person" AS s ON s."id" = r."speakerId"`
const organization = `LEFT JOIN "Organization" AS o ON o."id" = s."organizationId"`
const place = `JOIN "Paragraph" AS p ON p."id" = r."paragraphId" JOIN "Meeting" AS m ON m."id" = p."meetingId"`

/** Remarks of a theme, with what is asked of each. */
const ofTheme = (name, { ours, postgraphile, json, joins }) => ({
  name,
  subject: 'theme',
  ours: `query ($slug: String!, $first: Int!) { theme(slug: $slug) { title remarks(first: $first) { nodes { ${ours} } } } }`,
  postgraphile: `query ($slug: String!, $first: Int!) { theme: themeBySlug(slug: $slug) { title
    remarks: remarksByThemeId(first: $first, orderBy: [SORT_KEY_ASC, ROW_ID_ASC]) { nodes { ${postgraphile} } } } }`,
  floor: `SELECT json_build_object('data', json_build_object('theme', (
    SELECT json_build_object('title', t."title", 'remarks', json_build_object('nodes', (
      SELECT coalesce(json_agg(json_build_object(${json}) ORDER BY r."sortKey", r."id"), '[]'::json)
      FROM (SELECT * FROM "Remark" WHERE "themeId" = t."id" ORDER BY "sortKey", "id" LIMIT $2::int) AS r ${joins})))
    FROM "Theme" AS t WHERE t."slug" = $1)))::text AS answer`,
})

/** Paragraphs of a meeting, with what is asked of each. */
const ofMeeting = (name, { ours, postgraphile, json }) => ({
  name,
  subject: 'meeting',
  ours: `query ($slug: String!, $first: Int!) { meeting(slug: $slug) { title paragraphs(first: $first) { nodes { ${ours} } } } }`,
  postgraphile: `query ($slug: String!, $first: Int!) { meeting: meetingBySlug(slug: $slug) { title
    paragraphs: paragraphsByMeetingId(first: $first, orderBy: [POSITION_ASC]) { nodes { ${postgraphile ?? ours} } } } }`,
  floor: `SELECT json_build_object('data', json_build_object('meeting', (
    SELECT json_build_object('title', m."title", 'paragraphs', json_build_object('nodes', (
      SELECT coalesce(json_agg(json_build_object(${json}) ORDER BY p."position"), '[]'::json)
      FROM (SELECT * FROM "Paragraph" WHERE "meetingId" = m."id" ORDER BY "position" LIMIT $2::int) AS p)))
    FROM "Meeting" AS m WHERE m."slug" = $1)))::text AS answer`,
})

const remarksOf = (json, joins) => `'remarks', json_build_object('nodes', (
  SELECT coalesce(json_agg(json_build_object(${json}) ORDER BY r."sortKey", r."id"), '[]'::json)
  FROM (SELECT * FROM "Remark" WHERE "paragraphId" = p."id" ORDER BY "sortKey", "id" LIMIT 5) AS r ${joins}))`
const remarksByParagraph = (nodes) =>
  `remarks: remarksByParagraphId(first: 5, orderBy: [SORT_KEY_ASC, ROW_ID_ASC]) { nodes { ${nodes} } }`

export const kinds = [
  ofTheme('all of a theme', {
    ours: 'text speaker { name organization { name } } paragraph { number meeting { title date } }',
    postgraphile: `utterance: utteranceByUtteranceId { text } speaker: personBySpeakerId { name organization: organizationByOrganizationId { name } }
      paragraph: paragraphByParagraphId { number meeting: meetingByMeetingId { title date } }`,
    json: `'text', u."text", 'speaker', ${withOrganization},
      'paragraph', json_build_object('number', p."number", 'meeting', json_build_object('title', m."title", 'date', m."date"::text))`,
    joins: [utterance, person, organization, place].join(' '),
  }),
  ofTheme('texts of a theme', {
    ours: 'text',
    postgraphile: 'utterance: utteranceByUtteranceId { text }',
    json: `'text', u."text"`,
    joins: utterance,
  }),
  ofTheme('speakers on a theme', {
    ours: 'speaker { name organization { name } }',
    postgraphile: 'speaker: personBySpeakerId { name organization: organizationByOrganizationId { name } }',
    json: `'speaker', ${withOrganization}`,
    joins: [person, organization].join(' '),
  }),
  ofTheme('places of a theme', {
    ours: 'paragraph { number meeting { title date } }',
    postgraphile: 'paragraph: paragraphByParagraphId { number meeting: meetingByMeetingId { title date } }',
    json: `'paragraph', json_build_object('number', p."number", 'meeting', json_build_object('title', m."title", 'date', m."date"::text))`,
    joins: place,
  }),
  ofMeeting('numbers of a meeting', { ours: 'number', json: `'number', p."number"` }),
  ofMeeting('text of a meeting', { ours: 'number text', json: `'number', p."number", 'text', p."text"` }),
  ofMeeting('what was said in a meeting', {
    ours: 'number remarks(first: 5) { nodes { text } }',
    postgraphile: `number ${remarksByParagraph('utterance: utteranceByUtteranceId { text }')}`,
    json: `'number', p."number", ${remarksOf(`'text', u."text"`, utterance)}`,
  }),
  ofMeeting('who spoke in a meeting', {
    ours: 'remarks(first: 5) { nodes { speaker { name } } }',
    postgraphile: remarksByParagraph('speaker: personBySpeakerId { name }'),
    json: remarksOf(`'speaker', ${speaker}`, person),
  }),
]

/** The facts of an answer, whichever server gave it: a text is a column of another table to PostGraphile. */
export const factsOf = (text) =>
  JSON.parse(text, (_, value) => {
    if (value === null || typeof value !== 'object' || !('utterance' in value)) return value
    const { utterance, ...others } = value
    return { text: utterance.text, ...others }
  })

/** A generator of numbers from 0 to 1, the same for the same seed. */
export function diceOf(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** How much is asked for, as clients have their habits. */
const sizes = [20, 10, 5, 50, 100]

/** So many different questions, the most popular first: a kind, a theme or meeting, and how much of it. */
export function questionsOf(subjects, count) {
  const all = kinds.flatMap(({ subject }, kind) =>
    sizes.flatMap((first) => subjects[subject].map((slug) => ({ kind, variables: { slug, first } }))),
  )
  if (all.length < count) throw new Error(`The archive has ${all.length} questions only.`)
  const dice = diceOf(1)
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(dice() * (i + 1))
    ;[all[i], all[j]] = [all[j], all[i]]
  }
  return all.slice(0, count)
}

/** Gives one of so many by Zipf's law: the second is asked for half as often as the first, the third a third as often. */
export function zipf(count, dice) {
  const sums = []
  for (let rank = 1; rank <= count; rank++) sums.push((sums.at(-1) ?? 0) + 1 / rank)
  return () => {
    const wanted = dice() * sums.at(-1)
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle] < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}
