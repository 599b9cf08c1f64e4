/** Strikes the web process several times during one act, such as a press that is repeated until it is answered: each new process is struck at the next point, the last one is unharmed. */
import type { World } from "#sandbox/launch/world.ts";
import type { Strike } from "./choose-strikes.ts";
import type { Kill } from "./outcome.ts";
import { armed, newTrace } from "./strike-worker.ts";
import { readTrace } from "./trace.ts";

export type Series = {
  readonly kills: Kill[];
  readonly missed: Strike[];
  /** Without strikes it only acts. A strike is missed when the act is over without it. */
  strike(strikes: readonly Strike[], act: () => Promise<void>): Promise<void>;
};

export function openSeries(world: World): Series {
  const file = newTrace(world);
  const kills: Kill[] = [];
  const missed: Strike[] = [];
  const startWeb = async (strike?: Strike): Promise<void> => {
    await world.app.stop("web", "SIGTERM");
    await world.app.start("web", { SANDBOX_FAILPOINT_TRACE: file, ...(strike && { SANDBOX_FAILPOINT: armed({ ...strike, order: null }, [], "SIGKILL") }) });
  };
  return {
    kills, missed,
    async strike(strikes, act) {
      if (strikes.length > 0) await startWeb(strikes[0]);
      const acting = act();
      // Its failure is met below; until then it must not end this program.
      acting.catch(() => undefined);
      for (const [index, strike] of strikes.entries()) {
        const died = await Promise.race([world.app.ended("web"), acting.then(() => null)]);
        if (died === null) {
          missed.push(...strikes.slice(index));
          await startWeb();
          break;
        }
        const struck = readTrace(file).filter((line) => line.struck !== null)[kills.length];
        if (struck === undefined) throw new Error(`web ${died} without being struck`);
        await startWeb(strikes[index + 1]);
        kills.push({ victim: "web", point: strike.point, where: strike.where, died, resumedMs: Date.now() - struck.at });
      }
      await acting;
    },
  };
}
