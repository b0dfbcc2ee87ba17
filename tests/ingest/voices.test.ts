import { readRecord } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { sourceOfText } from './support/source-of-text.js'

const people =
  'List of participants\n\nMs. Ada Roe, Head, Water Board\nMr. Bo Poe, Mayor, Town of Hill\nDr. Cem Lee, Clerk, Water Board\n'

/** Whose a sentence is that stands among those of a raiser: somebody else's, somebody's without a name, nobody's, the raiser's. */
const voiceOf = (sentence: string): string => {
  const text = `Summary of the Meeting\n\nDiscussion\n\n1. The wall (Ms. Ada Roe): The wall is old and low. ${sentence}\n\n${people}`
  const { record } = readRecord(sourceOfText(text), { format: 'summary' })
  const passages = record.unattributed.map(({ kind }) => kind)
  const responses = record.remarks.filter(({ kind }) => kind === 'RESPONSE').map(({ kind }) => kind)
  return [...new Set([...passages, ...responses])].join(', ') || 'RAISER'
}

const anonymous = [
  'Several experts felt that the wall is too low.',
  'A few participants expressed doubts about the cost.',
  'One speaker from the floor wondered who would pay.',
  'It was the view of some participants that the wall is too low.',
  'Many felt that the wall is too low.',
  'In the view of several participants, the wall is too low.',
  'Some of those present disagreed.',
  'A member of the audience asked who would pay.',
  'A question was asked by a participant about the wall.',
  'Two delegates, both from the coast, objected.',
  'Not all participants agreed.',
  'Participants were divided on the height of the wall.',
  'A young farmer complained that the road floods.',
  'Another fisherman said that the nets are torn.',
  'Several mayors argued for a lower toll.',
  'One teacher, supported by others, asked for a second bus.',
  'Others preferred a lower wall.',
  'Some expressed concern about the price.',
  'Most participants were in favour of the wall.',
  'Several participants also called for an inquiry.',
  'A representative of a local school described the walk to the bus.',
  'An expert on floods warned that the sea rises.',
  'Concern was voiced by several participants over the price.',
  'The proposal was opposed by two participants.',
  'One of the participants recalled the storm.',
  'Finally, one participant thanked the panel.',
  'However, some participants cautioned against haste.',
  'On the question of price, one participant noted that tolls are hated.',
]

const impersonal = [
  'Recruitment was said to be slow.',
  'The question was raised whether the wall can be moved.',
  'Attention was drawn to the state of the road.',
  'Emphasis was placed on training.',
  'Mention was made of the storm.',
  'A call was made for more trees.',
  'Reference was made to the plan of 2010.',
  'Doubts were expressed about the price.',
  'It has been suggested that the wall be moved.',
  'It was further noted that the road floods.',
  'Caution was urged.',
  'The point was made that the road floods.',
  'Questions were asked about the price.',
  'Support was expressed for the plan.',
  'The need for a second road was emphasized.',
  'There was consensus that the road floods.',
  'There were calls for a second road.',
  'The issue of price was also raised.',
  'The importance of the road was underlined.',
  'Regret was voiced that the road was closed.',
  'The town was urged to build a second road.',
  'The panel was encouraged to visit the road.',
  'The hope was expressed that the road would open.',
  'One suggestion was that the road be moved.',
  'A further suggestion was to move the road.',
  'Another proposal was that the wall be moved.',
  'It was also proposed to plant trees.',
  'Also discussed was the price of the wall.',
  'Discussion centred on the price.',
  'Opinions differed as to the price.',
  'Views diverged on whether the wall should be moved.',
  'In addition, it was stressed that time is short.',
  'With regard to the wall, it was observed that it leaks.',
  'Some concerns were raised over noise.',
  'Particular emphasis was given to the role of schools.',
  'Training of the guards was recommended.',
  'It was asked whether the wall leaks.',
  'It was acknowledged that the wall leaks.',
  'It was generally agreed that the wall leaks.',
  'The idea of a second bridge was floated.',
  'Appreciation was expressed to the town for its patience.',
  "Participants' attention was drawn to the leak.",
]

const others = [
  'Mr. Bo Poe begged to differ.',
  'Mr. Bo Poe sympathized with this concern.',
  'Mr. Bo Poe subscribed to that view.',
  'Mr. Bo Poe could live with a lower wall.',
  'Mr. Bo Poe would do likewise if the town was asked.',
  'Mr. Bo Poe made it clear that the town would not pay.',
  'Dr. Cem Lee gave that assurance.',
  'Dr. Cem Lee saw merit in a lower wall.',
  'Dr. Cem Lee dissociated himself from the plan.',
  'The town has a plan of its own, which Mr. Poe supported.',
  'Mr. Poe noted that the wall leaks.',
  'In response, Mr. Poe said that the wall leaks.',
  'Responding to this, Mr. Bo Poe, the mayor, explained the delay.',
  'On this point, Mr. Poe recalled the storm.',
  'Mr. Poe, however, doubted that the wall leaks.',
  'Mr. Poe did not agree with the proposal.',
  'Mr. Poe also went on to say that the wall leaks.',
  'According to Mr. Poe, the wall leaks.',
  'The wall, Mr. Poe remarked, leaks.',
  'Mr. Poe and Dr. Lee supported the idea.',
  'Both Mr. Poe and Dr. Lee supported the idea.',
  'Mr. Poe was of the view that the wall leaks.',
  'Mr. Poe expressed his support for the plan.',
  'Mr. Poe called upon the town to act.',
  'Mr. Poe shared the concern of Ms. Roe.',
  'Mr. Poe took note of the remark.',
  'Mr. Poe was pleased to hear of it.',
  'Mr. Poe promised to write to the town.',
  'Mr. Poe reminded the meeting of the storm.',
  'As Mr. Poe noted, the wall leaks.',
  'It was noted by Mr. Poe that the wall leaks.',
  'This view was shared by the Water Board.',
  'To this, Mr. Poe replied that the wall leaks.',
  "Mr. Poe's response was that the wall leaks.",
  'Mr. Poe was afraid of a flood.',
  'Mr. Poe saw no reason for delay.',
  'Mr. Bo Poe (Town of Hill) would have preferred a fence.',
  'Mr. Poe sided with Ms. Roe.',
  'Mr. Poe took exception to this.',
  'Mr. Poe called that a waste.',
  'Mr. Poe went through the figures.',
  'Mr. Poe withdrew his objection.',
  'The answer of Mr. Poe was that the wall leaks.',
  'In the opinion of Mr. Poe no wall is high enough.',
  'Mr. Poe assured Ms. Roe that the wall was safe.',
  'Mr. Poe then drew attention to the leak.',
  'Mr. Poe believes that the wall leaks.',
  'While sympathetic, Mr. Poe thought the price too high.',
  'Turning to the wall, Mr. Poe pointed out that it leaks.',
]

const plain = [
  'The town has a plan of its own, which Mr. Poe presented in May.',
  'The harbour was closed in 2019.',
  'There is a general feeling that the wall leaks.',
  'The plan was approved by the council in 2010.',
  'The wall was built by the Water Board.',
  'There was a storm in the spring of that year.',
  'It is important that the wall be moved.',
  'The panel should be asked to report.',
  'Concerns remain about the price.',
  'The road was raised by a metre.',
  'Questions may also be raised about the price.',
  'It was built in 1910.',
  'It was the largest in the country.',
  'The question is who pays.',
  'Members of the council are elected for four years.',
  'The proposal has been on the table for years.',
  'Many farmers have left the valley.',
  'Some schools closed in winter.',
  'Two of the five shops have gone.',
  'Others are waiting for a decision.',
  'The answer of the town to the storm was a wall.',
  'The price of the wall went through the roof.',
  'One reason is the price of land.',
  'A survey showed that most people walk.',
  'Citizens need to be heard.',
  'There has been little progress.',
  'The need for a road is plain.',
  'Those who stayed have kept their boats.',
  'One report noted that the wall leaks.',
  'Children in the valley have asked for a bus for years.',
  'Most experts agree that the sea rises.',
  'People say that the old road was better.',
  'The house of Mr. Poe was lost in the storm.',
  'A letter from Mr. Poe of 2010 is in the archive.',
]

describe('a sentence of a summary', () => {
  it.each(anonymous)('is of somebody without a name: %s', (sentence) => {
    expect(voiceOf(sentence)).toBe('ANONYMOUS')
  })

  it.each(impersonal)('is of nobody: %s', (sentence) => {
    expect(voiceOf(sentence)).toBe('IMPERSONAL')
  })

  it.each(others)('answers: %s', (sentence) => {
    expect(voiceOf(sentence)).toBe('RESPONSE')
  })

  it.each(plain)('goes on with what the raiser states: %s', (sentence) => {
    expect(voiceOf(sentence)).toBe('RAISER')
  })
})
