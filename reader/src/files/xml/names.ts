/**
 * Elements that are a part of a line of text: Akoma Ntoso 1.0 (OASIS), groups `inlineCM`, `HTMLinline` and `preambleopt`;
 * TEI P5, classes model.phrase and model.segLike, with the words of ParlaMint's annotated files.
 */
export const inlineNames: ReadonlySet<string> = new Set(
  (
    'a abbr affectedDocument b change concept courtType date def del docCommittee docDate docIntroducer ' +
    'docJurisdiction docketNumber docNumber docProponent docPurpose docStage docStatus docTitle docType ' +
    'embeddedText entity event fillIn i inline ins judge lawyer legislature location mmod mod mref ' +
    'neutralCitation noteRef num object omissis opinion organization outcome party person placeholder process ' +
    'quantity recordedTime ref relatedDocument remark rmod role rref session shortTitle signature span sub ' +
    'sup term time tocItemPart u vote witness addName choice emph foreign forename gap genName hi measure ' +
    'mentioned name nameLink orgName orig pc persName placeName ptr q reg roleName s sic supplied surname ' +
    'unclear w'
  ).split(' '),
)

/** Elements that are blocks even where they stand in running text. */
export const blockNames: ReadonlySet<string> = new Set(
  (
    'answer authorialNote blockList debateSection from heading item li narrative note ol p question scene ' +
    'speech subheading summary table ul head incident kinesic list seg u vocal writing'
  ).split(' '),
)
