import { concernLevels, modes, organisations } from '../src/model/words.ts';

// `npx tsx bench/lines.ts COUNT`: as many requests, one a line, for `decide --ndjson`. Each is the short form that is filled in
// in a hurry; mode, sharer, recipient, level of concern and date take turns, so that hardly any two are alike.
const from = Date.UTC(2005, 0, 1);
const days = 7600;

/** The word of a list whose turn it is, where each list turns over once the lists before it have gone through. */
const turns = (index: number) => {
  let rest = index;
  return <T>(list: readonly T[]): T => {
    const word = list[rest % list.length];
    if (word === undefined) throw new Error('an empty list has no turn');
    rest = Math.floor(rest / list.length);
    return word;
  };
};

const line = (index: number): string => {
  const next = turns(index);
  const level = next(concernLevels);
  return JSON.stringify({
    on: new Date(from + ((index * 7) % days) * 86_400_000).toISOString().slice(0, 10),
    mode: next(modes),
    sharer: { organisation: next(organisations) },
    recipient: { organisation: next(organisations), mightHarm: false },
    purpose: { kind: 'safeguard-from-harm' },
    concern: { level, about: ['child'], delayWouldHarm: true },
    items: [
      { ref: 'seen', relevant: true, necessary: true },
      { ref: 'heard', relevant: true, necessary: true },
    ],
  });
};

const count = Number(process.argv[2]);
if (!Number.isSafeInteger(count) || count < 1)
  throw new Error('say how many lines: npx tsx bench/lines.ts 1000000');
for (let index = 0; index < count; index++)
  if (!process.stdout.write(`${line(index)}\n`))
    await new Promise((drained) => process.stdout.once('drain', drained));
