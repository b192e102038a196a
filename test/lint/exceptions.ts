/**
 * Texts that stay as they are, by id, each with why: where a shorter or plainer text would say another thing. An
 * exception that is no longer needed fails the lint that it is from.
 */

/** Texts with a sentence that is longer than the lint allows. */
export const longSentences: Readonly<Record<string, string>> = {
  'rule.confidence-balance-factors.about':
    'one balance, whose sides are weighed together: apart they would read as two tests',
  'rule.calderdale-agreement-not-sought.text':
    'four cases after one "do any of these", read one at a time',
  'rule.gdpr2016-art9-2d-own-members.about':
    'the limbs of Article 9(2)(d), all of which have to hold at once',
  'rule.exp-ab1998-seek-representations.becauseNot':
    'alternatives: any one of them is why, and apart each would be said to be so',
  'rule.dpa2018-sch1-p19-economic-well-being.becauseNot':
    'the tests of paragraph 19, of which it is not said which one fails',
  'rule.recipient-without-role.becauseNot':
    'alternatives: any one of them is why, and apart each would be said to be so',
  'rule.ca1989-s47-assist-enquiries.becauseNot':
    'alternatives: any one of them is why, and apart each would be said to be so',
  'rule.east-riding-homes-placement-move.becauseNot':
    'alternatives: any one of them is why, and apart each would be said to be so',
  'rule.dpa2018-part3-say-which-regime.because':
    'the name of the Act is seven words of it, and cannot be cut',
  'rule.hmg-2015-q5-sensitive-needs-more.because':
    'the Schedule and the Articles that stand for it from a date, which are one condition',
  'rule.dpa1998-sch2-p5-functions.summary': 'the limbs of paragraph 5, any of which is enough',
};

/** Texts that are too hard to read by the lint's measure. */
export const hardToRead: Readonly<Record<string, string>> = {
  'rule.confidence-balance-factors.about':
    'one balance, whose sides are weighed together: apart they would read as two tests',
  'rule.gdpr2016-art9-2d-own-members.about':
    'the limbs of Article 9(2)(d), in its words: a plainer word for an aim would widen it',
};
