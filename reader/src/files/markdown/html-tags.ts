/** Names of HTML's elements: what else stands in angle brackets is somebody's name in a chat, or an address. */
const elements = new Set(
  'a|b|i|u|s|p|q|br|hr|em|li|ol|ul|dl|dt|dd|td|th|tr|h1|h2|h3|h4|h5|h6|del|div|img|ins|kbd|pre|sub|sup|code|span|font|main|nav|small|table|strong|style|script|center|header|footer|section|article|details|summary|video|source|iframe|blockquote|body|head|html|title|meta|link|form|input|button'.split(
    '|',
  ),
)

const anyTag = /<!--[\s\S]*?-->|<\/?([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/gi

/** Where the tags and comments of HTML stand in a text. */
export const htmlTagsIn = (text: string): (readonly [start: number, end: number])[] =>
  [...text.matchAll(anyTag)].flatMap(({ index, 0: whole, 1: name }) =>
    name === undefined || elements.has(name.toLowerCase()) ? [[index, index + whole.length] as const] : [],
  )
