import { inferLanguage } from '@rapporteur/reader/language'
import { expect, it } from 'vitest'

const english =
  'The keepers said that the boat would be mended, and that they would ask the town which of their lamps should go with it. '
const polish =
  'To nie był dobry rok dla latarni, a to dlatego, by nikt nie mógł tego zmienić. Has strażników to nie to samo, co has rybaków, i by to zmienić, trzeba to powiedzieć. To my to mamy naprawić, by to działało, to znaczy by światło było widać z morza. Czy to możliwe? To zależy od tego, by rada to przyjęła. '
const frisian =
  'De boat leit by it paad en it hûs stiet by it wetter. It is net maklik om it ljocht by nacht te sjen, want it hat by it hek reind. By it hek hat it doarp in nij paad makke, en it hat jild koste. Wa hat it sein? It bestjoer hat it by de gearkomste sein, en it hat it ek opskreaun. '
const german =
  'Die Not war groß, und not tat ein neues Boot. Das Licht am Hafen brennt seit dem Winter nicht mehr, und der Vorstand hat es den Fischern by the way nie gesagt. Wer hat die Lampe zuletzt geprüft? Das Dorf hat Geld für das Ufer, aber es hat keines für den Turm. '
const thai = 'ผู้ดูแลประภาคารกล่าวว่าเรือจะต้องได้รับการซ่อมแซมก่อนฤดูหนาวและชาวบ้านทุกคนเห็นด้วยกับข้อเสนอนี้ '

it.each([
  ['pl', polish.repeat(3)],
  ['de', german.repeat(3)],
  ['th', `${thai.repeat(2)}${english}`.repeat(6)],
  ['en', english.repeat(6)],
])('%s is told by words that no other language has, and by letters', (language, text) => {
  expect(inferLanguage(text)).toBe(language)
})

it('Frisian, which the detector may not know, is not English', () => {
  expect(inferLanguage(frisian.repeat(3))).not.toBe('en')
})
