/** Invented minutes whose initials nothing in them explains, and what could stand beside them. */
export const minutes = `# 4 March, 2031 Harbour Group Notes

## Mooring rings

AMS: The rings are old, and they rust.

BLQ: We agree.

AMS: Then we replace them.

Mr Eland: Who pays for them?

AMS: The board does.

Mr Eland: Good.

BLQ: It has paid before.

- QQQ: a list of things
`

/** As `minutes`, a day later and about something else. */
export const moreMinutes = minutes.replace('4 March', '5 March').replaceAll('rings', 'lamps')

/** Whoever holds the office of clerk is listed by name only. */
export const officesSpeak = `# Board

4 March 2031

Present: Ada Moss (Chair), Bo Lindqvist, Mrs E Tarn

**The Clerk:** The minutes went out on Monday.

**Chair:** Let us begin with the lamps.

**BLQ:** The lamps are out again.

**Chair:** Then we mend them.

**The Clerk:** I shall write to the yard.

**BLQ:** Good.
`

export const delegates = `# Delegates

Ada Moss (AMS)
Bo Lindqvist (BLQ)
Quentin Quist (QQQ)
`

export const delegatesTable = `| Name         | Abbreviation | Organization |
| ------------ | ------------ | ------------ |
| Ada Moss     | AMS          | Tide Labs    |
| Bo Lindqvist | BLQ          | Mill Trust   |
| Cleo Hart    | CHT          | Tide Labs    |
`

export const listPerson = `<listPerson xmlns="http://www.tei-c.org/ns/1.0">
  <person xml:id="MossAda"><persName><surname>Moss</surname><forename>Ada</forename></persName>
    <affiliation role="member" ref="#TDL" from="2020-01-01" to="2030-12-31"/>
    <affiliation role="head" ref="#MLT" from="2031-01-01"/></person>
  <person xml:id="ElandDov"><persName><forename>Dov</forename><surname>Eland</surname></persName></person>
</listPerson>`

export const listOrg = `<listOrg xmlns="http://www.tei-c.org/ns/1.0">
  <org xml:id="TDL"><orgName full="yes">Tide Labs</orgName></org>
  <org xml:id="MLT"><orgName full="yes">Mill Trust</orgName></org></listOrg>`

export const sitting = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><profileDesc><settingDesc><setting>
  <date when="2031-03-04">4 March 2031</date></setting></settingDesc></profileDesc></teiHeader>
  <text><body><div><u who="#MossAda"><seg>The rings rust.</seg></u></div></body></text></TEI>`

export const references = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc><meta><references>
  <TLCPerson eId="ada" href="/ontology/person/ada" showAs="Ada Moss"/>
  <TLCRole eId="chair" href="/ontology/role/chair" showAs="Chair"/></references></meta>
  <preface><p>Members of the harbour group</p></preface></doc></akomaNtoso>`

export const facts = {
  series: 'Harbour group',
  language: 'en',
  abbreviations: { AMS: 'Ada Moss' },
  people: [
    {
      name: 'Bo Lindqvist',
      abbreviations: ['BLQ'],
      affiliations: [
        { organization: 'Tide Labs', title: 'Diver', from: '2020-01-01', to: '2030-12-31' },
        { organization: 'Mill Trust', from: '2031-01-01' },
      ],
    },
    { name: 'Dov Eland' },
  ],
}
