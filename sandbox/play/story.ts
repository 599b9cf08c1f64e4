/** A story: a script that was read, with every order it creates already looked at. */
import type { Script } from "./script/script.ts";

export type Story = {
  script: Script;
  /** The order of each `create` step, by the step's place in the script. */
  orders: ReadonlyMap<number, unknown>;
};
