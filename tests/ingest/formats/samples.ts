/** Invented records, one of each format with turns. */

export const labelled = `# 4 March, 2031 Harbour Group Notes

-----

**Remote and in person attendees:**

\`\`\`
| Name            | Abbreviation | Organization | Location  |
| --------------- | ------------ | ------------ | --------- |
| Ada Moss        | AMS          | Tide Labs    | Remote    |
| Bo Lindqvist    | BLQ          | Mill Trust   | In-person |
|                 |              |              |           |
¦ Cleo Hart       | CHT          | Tide Labs    | Remote    |
| Ada Moss        | AMS          | Tide Labs    | Remote    |
\`\`\`

## Opening

AMS: [welcomes everybody]

## Mooring rings

Presenter: Dov Eland (DEL)

- [slides](https://example.org/rings.pdf)

DEL: The rings are old. I measured \`depth\`

DEL: and they rust.

- the north one
- the south one

[silence]

AMS/BLQ: We agree.

???: Who pays?

BLQ: Option one:

\`\`\`js
USA: not.a.speaker()
\`\`\`

Note: the tape ran out.

### Conclusion/Resolution

- Rings will be replaced

## Lamps

CHT: Lamps are a different matter.

CHT: They are.
`

export const listed = `---
title: Orchard Board 2029 May
---

#### 3rd May 2029 - by telephone

1. **Welcome**
    1. KLM - Welcome.
2. **Pruning**
    1. [Action-7 Sharpen the saws](https://example.org/7)
        1. PR - I have: all of them.
        2. KLM - We have two choices:
            1. Wait.
            2. Buy.
        3. Yes, let us buy, there is money for it.
        4. KLM - Ok.
        5. RES-12: Vote: 3-0 in favour.
    2. Ladders
        1. PR/KLM - [Action-9 Find a ladder](https://example.org/9)
        2. PR - I ask Sten. [Action-10 Ask Sten](https://example.org/10)
            - KLM - [Action-11 Paint it](https://example.org/11)
        3. NB - this line is no speaker's.
3. **Close**
    1. KLM - Closed.
`

export const headed = `# Third hearing on the canal (Jun 2, 2030)

**Canal Board | Ines Falk | Chair**

Good morning.

We begin.

**Norway | Representative**

Thank you, Chair.

(applause)

We have *two* questions.

**Lock Keepers | Olu Adeyemi | Director, Locks**

I shall answer both.

**Norway**

We thank the speaker.

**The Chair**

That was all.
`
