/** Chooses when to strike: at every point that a story reaches, at the first, a middle and the last order of its backlog. */
import type { FailpointName } from "#app/pipeline/failpoints.ts";
import type { Reached } from "./trace.ts";

/** `order`: its place in the backlog, counted from 0; null where the point is about no one order: then `time` counts all of them. */
export type Strike = { point: FailpointName; order: number | null; time: number; where: string };
/** One run: the strikes fall one after the other, each on a new process. `about`: the step, or the one point, that is struck. */
export type Aim = { about: string; strikes: Strike[] };

export const stepOf = (point: FailpointName): string => point.slice(0, point.lastIndexOf(":"));
const isBefore = (point: FailpointName): boolean => point.endsWith(":before");

/**
 * `queue`: the orders in the sequence in which the worker takes them. A run strikes one step: before it and, when the next process has come to it again, after it.
 * Within an order the first, a middle and the last time are taken in turn, so that every kind of document meets the points.
 */
export function chooseStrikes(trace: readonly Reached[], queue: readonly string[]): Aim[] {
  const steps = [...new Set(trace.map(({ point }) => stepOf(point)))];
  return steps.map((step): Aim => {
    const hits = trace.filter(({ point }) => stepOf(point) === step);
    const points = [...new Set(hits.map(({ point }) => point))].sort((one, other) => Number(isBefore(other)) - Number(isBefore(one)));
    const orders = queue.filter((gid) => hits.some(({ order }) => order === gid));
    if (orders.length === 0) return { about: step, strikes: points.map((point) => ({ point, order: null, time: 1, where: "first time" })) };
    return {
      about: step,
      strikes: firstMiddleLast(orders).flatMap(({ item, where }, turn) => {
        const times = hits.filter((each) => each.order === item && each.point === points[0] && isOfFirstPass(trace, each)).length || 1;
        const order = queue.indexOf(item);
        // Who was struck before the step is followed by one that begins with it.
        return points.map((point, place) => ({ point, order, time: place === 0 ? 1 + Math.floor((turn * (times - 1)) / 2) : 1, where: `${where} order` }));
      }),
    };
  });
}

/** Until the order was first finished: what a late webhook made due once more is another pass, which a struck worker's successor may not come to. */
function isOfFirstPass(trace: readonly Reached[], hit: Reached): boolean {
  const finished = trace.findIndex(({ point, order }) => point === "due.finish:after" && order === hit.order);
  return finished === -1 || trace.indexOf(hit) <= finished;
}

/** For steps that no order's place decides and that another process does not come to again, such as those after a planned fault: each strike is a run of its own. */
export function chooseTimes(trace: readonly Reached[]): Aim[] {
  const points = [...new Set(trace.map(({ point }) => point))];
  return points.flatMap((point): Aim[] => {
    const times = trace.filter((each) => each.point === point).map((_, index) => index + 1);
    return firstMiddleLast(times).map(({ item, where }): Aim => ({ about: point, strikes: [{ point, order: null, time: item, where: `${where} time` }] }));
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
