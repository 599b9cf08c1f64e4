/** `npm run faults:bugs`: plants one mistake after the other and lets the fault suite look for it. Exit 0 when every one was found. */
import { parseArgs } from "node:util";
import { hunt, type Hunt } from "./hunt.ts";
import { PLANTED_BUGS } from "./planted-bugs.ts";

const { values } = parseArgs({
  options: { bugs: { type: "string" }, bound: { type: "string", default: "300" }, from: { type: "string", default: "1" }, hunts: { type: "string", default: "2" } },
});
const wanted = values.bugs?.split(",") ?? PLANTED_BUGS.map(({ name }) => name);
const unknown = wanted.filter((name) => PLANTED_BUGS.every((bug) => bug.name !== name));
if (unknown.length > 0) {
  console.error(`there is no planted bug ${unknown.join(", ")}; there are: ${PLANTED_BUGS.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

const left = [...wanted];
const hunts: Hunt[] = [];
await Promise.all(Array.from({ length: Number(values.hunts) }, work));
const counts = hunts.flatMap(({ seeds }) => seeds ?? []).sort((a, b) => a - b);
const missed = hunts.filter(({ seeds }) => seeds === null);
console.log(`${counts.length} of ${hunts.length} planted bugs found; median ${median(counts)} seeds, most ${counts.at(-1) ?? 0}`);
if (missed.length > 0) console.log(`NOT FOUND within ${values.bound} seeds: ${missed.map(({ bug }) => bug).join(", ")}`);
process.exit(missed.length > 0 ? 1 : 0);

async function work(): Promise<void> {
  for (let bug = left.shift(); bug !== undefined; bug = left.shift()) {
    const result = await hunt(bug, { seeds: Number(values.bound), from: Number(values.from), processes: 1 });
    hunts.push(result);
    console.log(`${bug.padEnd(24)} ${String(result.seeds ?? "-").padStart(4)} seeds   ${result.violation.slice(0, 180)}`);
  }
}

/** Of an even number, the mean of the two in the middle. */
function median(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (upper + lower) / 2;
}
