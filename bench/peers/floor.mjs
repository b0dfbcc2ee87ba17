// The floor: node:http and one prepared statement in which Postgres writes the whole answer. No GraphQL, no checks.
import { createServer } from 'node:http'
import { kinds } from '../zipf-questions.mjs'
import { openPool, port, ready } from './setting.mjs'

const headline = `
  SELECT json_build_object('data', json_build_object('theme', (
    SELECT json_build_object('title', t."title", 'remarks', (
      SELECT json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
          'id', r."id", 'text', u."text",
          'speaker', CASE WHEN s."id" IS NOT NULL THEN json_build_object('name', s."name", 'organization',
            CASE WHEN o."id" IS NOT NULL THEN json_build_object('name', o."name") END) END,
          'paragraph', json_build_object('number', p."number", 'meeting', json_build_object('title', m."title", 'date', m."date"::text))
        ) ORDER BY r."sortKey", r."id") FILTER (WHERE r.nth <= 20), '[]'::json),
        'pageInfo', json_build_object('hasNextPage', count(*) > 20,
          'endCursor', encode(convert_to((max(ARRAY[r."sortKey"::text, r."id"::text]) FILTER (WHERE r.nth <= 20))::text, 'UTF8'), 'base64')))
      FROM (
        SELECT x.*, row_number() OVER (ORDER BY "sortKey", "id") AS nth FROM (
          SELECT * FROM "Remark" WHERE "themeId" = t."id" ORDER BY "sortKey", "id" LIMIT 21) AS x) AS r
      JOIN "Utterance" AS u ON u."id" = r."utteranceId"
      LEFT JOIN "Person" AS s ON s."id" = r."speakerId" LEFT JOIN "Organization" AS o ON o."id" = s."organizationId"
      JOIN "Paragraph" AS p ON p."id" = r."paragraphId" JOIN "Meeting" AS m ON m."id" = p."meetingId"))
    FROM "Theme" AS t WHERE t."slug" = $1)))::text AS answer`

const meeting = `
  SELECT json_build_object('data', json_build_object('meeting', (
    SELECT json_build_object('title', m."title", 'paragraphs', (
      SELECT json_build_object(
        'nodes', coalesce(json_agg(json_build_object('number', p."number", 'text', p."text", 'remarks', json_build_object('nodes', (
          SELECT coalesce(json_agg(json_build_object('text', u."text",
            'speaker', CASE WHEN s."id" IS NOT NULL THEN json_build_object('name', s."name") END) ORDER BY r."sortKey", r."id"), '[]'::json)
          FROM (SELECT * FROM "Remark" WHERE "paragraphId" = p."id" ORDER BY "sortKey", "id" LIMIT 10) AS r
          JOIN "Utterance" AS u ON u."id" = r."utteranceId" LEFT JOIN "Person" AS s ON s."id" = r."speakerId"))
        ) ORDER BY p."position") FILTER (WHERE p.nth <= 100), '[]'::json),
        'pageInfo', json_build_object('hasNextPage', count(*) > 100, 'endCursor', (max(p."position") FILTER (WHERE p.nth <= 100))::text))
      FROM (
        SELECT x.*, row_number() OVER (ORDER BY "position") AS nth FROM (
          SELECT * FROM "Paragraph" WHERE "meetingId" = m."id" AND "position" > coalesce($2::int, -1) ORDER BY "position" LIMIT 101
        ) AS x) AS p))
    FROM "Meeting" AS m WHERE m."slug" = $1)))::text AS answer`

const pool = openPool()
const statementOf = {
  meeting: ({ variables: { slug, after = null } }) => ({ name: 'floor', text: meeting, values: [slug, after] }),
  headline: ({ variables: { slug } }) => ({ name: 'floor', text: headline, values: [slug] }),
  zipf: ({ kind = 0, variables: { slug, first = 1 } }) => ({
    name: `floor ${kind}`,
    text: kinds[kind].floor,
    values: [slug, first],
  }),
}[process.env.QUESTION ?? 'headline']

createServer((request, response) => {
  const parts = []
  request.on('data', (part) => parts.push(part))
  request.on('end', async () => {
    try {
      const { rows } = await pool.query(statementOf(JSON.parse(Buffer.concat(parts).toString())))
      const body = Buffer.from(rows[0].answer)
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length })
      response.end(body)
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
}).listen(port, '127.0.0.1', ready)
