import { type ChildNode, DomHandler, type Element, isTag, isText } from 'domhandler'
import { Parser } from 'htmlparser2'
import { UnreadableDocumentError } from '../text.js'

/** Browsers stop nesting at 512 elements (https://html.spec.whatwg.org/multipage/parsing.html leaves it to them). */
const deepest = 512

class LimitedDom extends DomHandler {
  #depth = 0

  constructor(readonly fileName: string) {
    super()
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    if (++this.#depth > deepest) {
      throw new UnreadableDocumentError(
        `${this.fileName} nests more than ${deepest} elements in each other. Save the page again from a browser, or send its text.`,
        this.fileName,
      )
    }
    super.onopentag(name, attributes)
  }

  override onclosetag(): void {
    this.#depth--
    super.onclosetag()
  }
}

/** The tree of an HTML document; damaged markup is mended as htmlparser2 mends it. */
export const parseHtml = (html: string, fileName: string): ChildNode[] => {
  const dom = new LimitedDom(fileName)
  new Parser(dom, { decodeEntities: true }).end(html)
  return dom.dom
}

export const elementsIn = (nodes: readonly ChildNode[]): Element[] => nodes.filter(isTag)

/** Every element below these nodes, in document order. */
export const elementsBelow = (nodes: readonly ChildNode[]): Element[] =>
  elementsIn(nodes).flatMap((element) => [element, ...elementsBelow(element.children)])

export const textIn = (nodes: readonly ChildNode[]): string =>
  nodes.map((node) => (isText(node) ? node.data : isTag(node) ? textIn(node.children) : '')).join('')
