/** Ends a process as an orchestrator expects it: the first signal stops gracefully, a second one at once. */

export async function untilStopped(stop: () => Promise<void>, onFailure: (error: unknown) => void): Promise<void> {
  await new Promise<void>((resolve) => {
    const begin = (): void => {
      for (const signal of SIGNALS) {
        process.off(signal, begin);
        process.once(signal, () => process.exit(FORCED));
      }
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, begin);
  });
  try {
    await stop();
    process.exit(0);
  } catch (error) {
    onFailure(error);
    process.exit(1);
  }
}

const SIGNALS = ["SIGTERM", "SIGINT"] as const;
/** As shells show a process that SIGTERM ended. */
const FORCED = 143;
