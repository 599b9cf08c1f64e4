/** Changes a rule's conditions so that an order passes one of them, and says nothing else. Null where one nested level of groups has no place for it. */
import type { EditedGroup, EditedRow, EditedRule, StepFix } from "./view.ts";

type Conditions = Pick<EditedRule, "joined" | "members">;
type Member = EditedRow | EditedGroup;

/** `newId`: for what is added. */
export function applyFix({ joined, members }: Conditions, id: string, { how, row }: Pick<StepFix, "how" | "row">, newId: () => string): Conditions | null {
  const inPlace = (each: EditedRow): EditedRow => (each.id === id ? { id, ...row } : each);
  if (how === "instead") return { joined, members: members.map((member) => ("rows" in member ? { ...member, rows: member.rows.map(inPlace) } : inPlace(member))) };
  const added: EditedRow = { id: newId(), ...row };
  const inGroup = members.find((member) => "rows" in member && member.rows.some((each) => each.id === id));
  if (inGroup !== undefined && "rows" in inGroup) {
    const { rows } = inGroup;
    if (inGroup.joined === "all" && rows.length > 1) return null;
    const group: EditedGroup = { ...inGroup, joined: "any", rows: besides(rows, id, added) };
    return { joined, members: members.map((member): Member => (member.id === inGroup.id ? group : member)) };
  }
  if (joined === "any" || members.length === 1) return { joined: "any", members: besides(members, id, added) };
  return { joined, members: members.map((member): Member => (member.id === id && !("rows" in member) ? { id: newId(), joined: "any", rows: [member, added] } : member)) };
}

const besides = <Each extends Member>(members: readonly Each[], id: string, added: EditedRow): (Each | EditedRow)[] => members.flatMap((each): (Each | EditedRow)[] => (each.id === id ? [each, added] : [each]));
