/** Which conditions need not hold because another one that does is enough: by their ids. */
import type { EditedRule } from "./view.ts";

export function notNeeded({ joined, members }: Pick<EditedRule, "joined" | "members">, holding: ReadonlySet<string>): Set<string> {
  const holds = members.map((member) => ("rows" in member ? (member.joined === "any" ? member.rows.some(({ id }) => holding.has(id)) : member.rows.every(({ id }) => holding.has(id))) : holding.has(member.id)));
  const isEnough = joined === "any" && holds.includes(true);
  const idle = members.flatMap((member, index) => (isEnough || (holds[index] === true && "rows" in member) ? ("rows" in member ? member.rows : [member]) : []));
  return new Set(idle.map(({ id }) => id).filter((id) => !holding.has(id)));
}
