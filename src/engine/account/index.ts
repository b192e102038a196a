// What is told of a decision, section by section, for whichever form it is written in.
export { adviceSection, cautionsSection } from './advice.ts';
export { questionsSection } from './asking.ts';
export { reasonsSection } from './basis.ts';
export { itemsSection, remediesSection } from './items.ts';
export { openingOf } from './opening.ts';
export { decisionSection, recordSection } from './record.ts';
export { referencesSection } from './references.ts';
export type { Section, Voice } from './section.ts';
export { english } from './speech.ts';
export type { Speech } from './speech.ts';
export { openSection, stepsSection } from './steps.ts';
export { tellingSection } from './telling.ts';
