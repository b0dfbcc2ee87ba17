import { GraphQLError } from 'graphql'
import type { Ask } from './ask.js'
import { comparePage, isCompared } from './compare-page.js'
import { embeddedId, embedPage, oembedPage } from './embed-page.js'
import { followedFeed, isFollowed, searchFeed } from './feeds/followed.js'
import { homePage } from './home-page.js'
import { html } from './html.js'
import { notFoundPage, shownPage } from './layout.js'
import { isListPath, listPage } from './list-page.js'
import { organizationPage } from './organization-page.js'
import type { Page } from './page.js'
import { partPage } from './parts.js'
import { personPage } from './person-page.js'
import { meetingPictures, yearPicture } from './pictures/counted.js'
import { type Picture, picturePage } from './pictures/picture.js'
import { remarksPage } from './remarks-page.js'
import { searchPage } from './search/search-page.js'
import { seriesPage } from './series-page.js'
import { statisticsPage } from './statistics-page.js'
import { themePage } from './theme-page.js'
import { uploadPage } from './upload-page.js'

const ofSlug = { people: personPage, organizations: organizationPage, themes: themePage, series: seriesPage }

export interface AskedOptions {
  ask: Ask
  /** The server's public URL without a trailing slash. */
  origin: string
  /** The name of the language model that can be asked to read, if there is one. */
  model: string | null
}

/** The page for a path, made from the API's answers; undefined if there is none. */
export function askedPage(
  { ask, origin, model }: AskedOptions,
  { pathname, searchParams }: URL,
): (() => Promise<Page | Response>) | undefined {
  const after = searchParams.get('after') ?? undefined
  if (pathname === '/') return () => homePage(ask)
  if (pathname === '/upload') return async () => uploadPage(model)
  if (pathname === '/search') return () => orRefused(searchPage(ask, searchParams))
  if (isListPath(pathname)) return () => orRefused(listPage(ask, pathname, searchParams))
  if (pathname === '/search/feed.xml') return () => orRefused(searchFeed({ ask, origin }, searchParams))
  const [, followed = '', of = ''] = /^\/([a-z]+)\/([a-z0-9-]{1,80})\/feed\.xml$/.exec(pathname) ?? []
  if (isFollowed(followed)) return () => followedFeed({ ask, origin }, followed, of)
  if (pathname === '/remarks') return () => orRefused(remarksPage(ask, searchParams))
  if (pathname === '/statistics') return () => orRefused(statisticsPage(ask, searchParams))
  if (pathname === '/oembed') return () => oembedPage({ ask, origin }, searchParams)
  const embedded = embeddedId(pathname)
  if (embedded !== undefined) return () => embedPage({ ask, origin }, embedded)
  const [, compared = ''] = /^\/compare\/([a-z]+)$/.exec(pathname) ?? []
  if (isCompared(compared)) return () => orRefused(comparePage(ask, compared, searchParams))
  const picture = pictureAt(ask, pathname)
  if (picture) return picture
  const [, kind = '', slug = '', part] = /^\/([a-z]+)\/([a-z0-9-]{1,80})(?:\/([a-z-]+))?$/.exec(pathname) ?? []
  if (part !== undefined) {
    const page = partPage(ask, [kind, slug, part], after)
    return page && (() => orRefused(page()))
  }
  if (!Object.hasOwn(ofSlug, kind)) return undefined
  return () => orRefused(ofSlug[kind as keyof typeof ofSlug](ask, slug, after))
}

const pictured = /^\/(meetings|people|organizations)\/([a-z0-9-]{1,80})\/([a-z]+)\.svg$/

/** The picture for a path; undefined if there is none. */
function pictureAt(ask: Ask, path: string): (() => Promise<Page>) | undefined {
  const [, kind, slug = '', name = ''] = pictured.exec(path) ?? []
  const found =
    kind === 'meetings' && (name === 'exchanges' || name === 'themes')
      ? () => meetingPictures(ask, slug).then((pictures) => pictures[name])
      : kind === 'people' && name === 'years'
        ? () => yearPicture(ask, 'person', slug)
        : kind === 'organizations' && name === 'years'
          ? () => yearPicture(ask, 'organization', slug)
          : undefined
  return found && (async () => pageOf(await found()))
}

const pageOf = (picture: Picture | null | undefined): Page =>
  picture ? picturePage(picture) : notFoundPage('There is no such picture here.')

/** A page that shows the API's error about a URL, such as a cursor of another list or a query that is too long. */
async function orRefused(page: Promise<Page | Response>): Promise<Page | Response> {
  try {
    return await page
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    const content = html`<h1>Bad request</h1><p>${error.message} <a href="/">What is here</a>.</p>`
    return shownPage({ title: 'Bad request', content, status: 400 })
  }
}
