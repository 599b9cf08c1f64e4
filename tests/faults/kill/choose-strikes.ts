/** Chooses when to strike: at every point that a story reaches, at the first, a middle and the last order of its backlog. */
import type { FailpointName } from "#app/pipeline/failpoints.ts";
import type { Reached } from "./trace.ts";

/** `order`: its place in the backlog, counted from 0; null where the point is about no one order: then `time` counts all of them. */
export type Strike = { order: number | null; time: number; where: string };
/** One run: the strikes fall one after the other, each on a new process. */
export type Aim = { point: FailpointName; strikes: Strike[] };

/** `queue`: the orders in the sequence in which the worker takes them. Within an order the first, a middle and the last time are taken in turn, so that every kind of document meets the point. */
export function chooseStrikes(trace: readonly Reached[], queue: readonly string[]): Aim[] {
  const points = [...new Set(trace.map(({ point }) => point))];
  return points.map((point): Aim => {
    const hits = trace.filter((each) => each.point === point);
    const orders = queue.filter((gid) => hits.some(({ order }) => order === gid));
    // A process that was struck before the step will reach the same point again, one struck after it mostly will not.
    if (orders.length === 0) return { point, strikes: [{ order: null, time: 1, where: "first time" }, { order: null, time: 1, where: "first time again" }] };
    return {
      point,
      strikes: firstMiddleLast(orders).map(({ item, where }, turn) => {
        const times = hits.filter(({ order }) => order === item).length;
        return { order: queue.indexOf(item), time: 1 + Math.floor((turn * (times - 1)) / 2), where: `${where} order` };
      }),
    };
  });
}

/** For steps that no order's place decides, such as those after a planned fault: each strike is a run of its own. */
export function chooseTimes(trace: readonly Reached[]): Aim[] {
  const points = [...new Set(trace.map(({ point }) => point))];
  return points.flatMap((point): Aim[] => {
    const times = trace.filter((each) => each.point === point).map((_, index) => index + 1);
    return firstMiddleLast(times).map(({ item, where }): Aim => ({ point, strikes: [{ order: null, time: item, where: `${where} time` }] }));
  });
}

function firstMiddleLast<Item>(items: readonly Item[]): { item: Item; where: string }[] {
  const last = items.length - 1;
  const chosen = [{ index: 0, where: "first" }, { index: Math.floor(last / 2), where: "middle" }, { index: last, where: "last" }];
  const distinct = chosen.filter(({ index }, place) => chosen.findIndex((each) => each.index === index) === place);
  return distinct.flatMap(({ index, where }) => {
    const item = items[index];
    return item === undefined ? [] : [{ item, where }];
  });
}
