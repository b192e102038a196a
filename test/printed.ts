import { afterEach, beforeEach, vi } from 'vitest';

/** What a command has printed since the test began. */
export const printed = { out: '', err: '' };

/** Lets each test of a file see what is printed, instead of printing it. */
export function capturePrinted(): void {
  beforeEach(() => {
    printed.out = '';
    printed.err = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
      printed.out += String(text);
      for (const taken of rest) if (typeof taken === 'function') taken();
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      printed.err += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
}
