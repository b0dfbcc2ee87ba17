/** Elements that begin and end a block of text. */
export const blocks: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody td ' +
    'tfoot th thead tr ul caption'
  ).split(' '),
)

/** Elements whose content is no text of the record: code, styling, navigation, controls, pictures. */
export const dropped: ReadonlySet<string> = new Set(
  (
    'audio button canvas datalist embed head iframe input map math nav noscript object script select style ' +
    'svg template textarea video'
  ).split(' '),
)

/** Elements among the words of a block. */
export const phrasing: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big blink br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s ' +
    'samp small span strike strong sub sup time tt u var wbr'
  ).split(' '),
)
