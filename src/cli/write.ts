/** Writes to standard output, and waits until it is taken: a pipe gets all of it, and nothing piles up here. */
export const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
