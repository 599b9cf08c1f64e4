/** Remembers what was started, and takes it down in reverse: once, whatever ends this process. */

export type Teardown = {
  /** To be called at the end; later ones are called first. */
  defer(close: () => Promise<void>): void;
  /** For the very last moment, when nothing can be awaited any more; must be harmless for what is gone already. */
  killAtExit(kill: () => void): void;
  /** Takes everything down; the first error is thrown after all were tried. */
  stop(): Promise<void>;
  killNow(): void;
};

export function createTeardown(): Teardown {
  const stack = new AsyncDisposableStack();
  const kills: (() => void)[] = [];
  let stopped: Promise<void> | undefined;
  return {
    defer: (close) => void stack.defer(close),
    killAtExit: (kill) => void kills.push(kill),
    stop: () => (stopped ??= stack.disposeAsync()),
    killNow: () => {
      for (const kill of kills) kill();
    },
  };
}
