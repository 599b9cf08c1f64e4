/** Remembers what was started, and takes it down in reverse: once, whatever ends this process. */

export type Teardown = {
  /** Lets something start up; an end that comes meanwhile waits until it is known what there is to take down. */
  startingUp<Started>(work: () => Promise<Started>): Promise<Started>;
  /** To be called at the end; later ones are called first. */
  defer(close: () => Promise<void>): void;
  /** For the very last moment, when nothing can be awaited any more; must be harmless for what is gone already. */
  killAtExit(kill: () => void): void;
  /** True from the first `stop` on: what fails now fails because its ground is taken away. */
  isStopping(): boolean;
  /** Takes everything down; an error is thrown after all were tried. */
  stop(): Promise<void>;
  killNow(): void;
};

export function createTeardown(): Teardown {
  const stack = new AsyncDisposableStack();
  const kills: (() => void)[] = [];
  const starting: Promise<unknown>[] = [];
  let stopped: Promise<void> | undefined;
  const takeDown = async (): Promise<void> => {
    // Whoever started it hears of its failure; here only its end counts.
    await Promise.allSettled(starting);
    await stack.disposeAsync();
  };
  return {
    startingUp: (work) => {
      const started = work();
      starting.push(started);
      return started;
    },
    defer: (close) => void stack.defer(close),
    killAtExit: (kill) => void kills.push(kill),
    isStopping: () => stopped !== undefined,
    stop: () => (stopped ??= takeDown()),
    killNow: () => {
      for (const kill of kills) kill();
    },
  };
}
