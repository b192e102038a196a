import { readFileSync } from 'node:fs';
import { InvalidRequestError } from '../index.ts';
import { UsageError } from './usage.ts';

/** The text of a file, or of standard input for `-`. */
function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new UsageError(
      'the file cannot be opened: give the path of a JSON file, or `-` for standard input',
    );
  }
}

/** The value of a JSON text. Broken JSON is an invalid request, told without repeating any of it. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InvalidRequestError([
      {
        code: 'not-json',
        path: '',
        message: 'expected JSON',
        help: 'check for missing quotes, commas or brackets',
      },
    ]);
  }
}

/** The JSON of a file. */
export const readJson = (file: string): unknown => jsonOf(textOf(file));
